package dev.ripcord.decision;

/** What a signal comes to. */
enum Verdict {
    /** It is told, and that is all: it asks for no more, or something speaks against it. */
    TOLD,
    HALTED,
    /** A halt that lasts as long stops the scope already: it stays the one that stopped it. */
    STANDS,
    /** It would be one halt too many: a person is asked. */
    HELD,
    /** It rests on evidence from before a release: a halt for it, wherever it may be, is taken back. */
    TAKEN_BACK
}

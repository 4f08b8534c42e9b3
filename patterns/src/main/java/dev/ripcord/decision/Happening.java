package dev.ripcord.decision;

/** What decisions are counted by. */
public enum Happening {
    /** A signal that was passed on before. */
    REPEATED,
    HALTED,
    /** A halt that the blast-radius cap held back. */
    HELD,
    /** A signal whose pattern or scope is muted. */
    MUTED,
    /** A halt that the guard took back because a release had overtaken it. */
    WITHDRAWN,
    /** An event of a halted session. */
    VIOLATED,
    UNACKNOWLEDGED,
    /** A lineage halted because a halt of one of its sessions was ignored. */
    ESCALATED
}

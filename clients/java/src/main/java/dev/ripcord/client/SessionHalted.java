package dev.ripcord.client;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;

/** The session must take no further step. Only a release ends it: asking again throws again. */
public final class SessionHalted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Halt halt;

    SessionHalted(Halt halt) {
        super("halted by " + halt.actor().name() + " (" + halt.scope().key() + "): " + halt.reason());
        this.halt = halt;
    }

    /** Why, in words for people. */
    public String reason() {
        return halt.reason();
    }

    /** What is halted: the session itself, or something wider that it belongs to. */
    public Scope scope() {
        return halt.scope();
    }

    /** Names the halt, in acknowledgements and for operators. */
    public String haltId() {
        return halt.haltId();
    }

    /** Who or what halted it. */
    public Actor actor() {
        return halt.actor();
    }

    /** The whole record: evidence, what was spent, when a pause ends. */
    public Halt halt() {
        return halt;
    }
}

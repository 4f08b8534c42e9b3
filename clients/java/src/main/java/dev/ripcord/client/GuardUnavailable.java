package dev.ripcord.client;

/** Nobody watches, or nobody can say whether the session is halted, and the agent is set to fail closed. */
public final class GuardUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    GuardUnavailable(String why) {
        super("no step without a guard (set to fail closed): " + why);
    }
}

package dev.ripcord.deploy.evaluation;

import java.util.OptionalInt;

/** A rule that stops sessions: the definitions together, one of them, or a plain limit on calls. */
@FunctionalInterface
public interface Firing {
    /** @return after how many of its calls the rule stops the session; empty where it lets it go on */
    OptionalInt in(SessionOutcome session);

    /** Stops every session at its n-th call. */
    static Firing atCall(int n) {
        return session -> session.calls() >= n ? OptionalInt.of(n) : OptionalInt.empty();
    }
}

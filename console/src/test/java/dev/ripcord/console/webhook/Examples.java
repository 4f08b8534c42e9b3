package dev.ripcord.console.webhook;

import dev.ripcord.halt.Actor;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.MatchedStep;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Signals and releases as the guard and people write them. */
public final class Examples {
    public static final long TIME = 1_767_225_608_000L;
    public static final String HASH = "0f3a5c7e9b1d2468";
    public static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    private Examples() {}

    /** The guard halts the session of tenant acme. */
    public static Signal halt(String session) {
        return signal("identical-call", "acme", session, Mode.ENFORCE, Action.HALT, Severity.CRITICAL);
    }

    public static Signal signal(
            String pattern, String tenant, String session, Mode mode, Action action, Severity severity) {
        Scope scope = Scope.session(new SessionKey(tenant, session));
        Position position = new Position(0, Math.abs((long) session.hashCode()));
        return new Signal(
                1,
                SignalId.of(scope, pattern + "@" + HASH, position),
                new PatternReference(pattern, HASH, 1, "The same tool call keeps giving the same result"),
                mode,
                action,
                severity,
                scope,
                tenant,
                session,
                null,
                null,
                "invoice-validator",
                position,
                TIME,
                TIME,
                "stripe.get_status gave the same result 4 times in 6s",
                List.of(new MatchedStep("stuck", position, TIME, "tool_response", null, "invoice-validator", "stripe")),
                Map.of("outcome.count", 4),
                Map.of("times", 4),
                new BigDecimal("0.08"),
                "full");
    }

    /** Maria releases what the signal stopped. */
    public static Release release(Signal signal, long issuedAt) {
        return Release.of(
                Writer.OPERATOR, signal.scope(), "checked by hand", MARIA, issuedAt, List.of(signal.position()));
    }
}

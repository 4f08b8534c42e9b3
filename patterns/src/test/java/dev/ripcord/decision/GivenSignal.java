package dev.ripcord.decision;

import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.BlastRadius;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A signal of identical-call that halts a session of the tenant default, but for what is told otherwise. */
public record GivenSignal(
        String session,
        String root,
        String pattern,
        Mode mode,
        Action action,
        long offset,
        long kafkaTime,
        Escalation escalation,
        BlastRadius blastRadius) {
    public static final long NOW = 1_700_000_000_000L;

    public static GivenSignal of(String session, long offset, long kafkaTime) {
        return new GivenSignal(
                session, null, "identical-call", Mode.ENFORCE, Action.HALT, offset, kafkaTime, null, null);
    }

    public GivenSignal root(String root) {
        return new GivenSignal(session, root, pattern, mode, action, offset, kafkaTime, escalation, blastRadius);
    }

    public GivenSignal pattern(String pattern) {
        return new GivenSignal(session, root, pattern, mode, action, offset, kafkaTime, escalation, blastRadius);
    }

    public GivenSignal mode(Mode mode) {
        return new GivenSignal(session, root, pattern, mode, action, offset, kafkaTime, escalation, blastRadius);
    }

    public GivenSignal action(Action action) {
        return new GivenSignal(session, root, pattern, mode, action, offset, kafkaTime, escalation, blastRadius);
    }

    public GivenSignal escalating() {
        return new GivenSignal(session, root, pattern, mode, action, offset, kafkaTime, Escalation.PARENT, blastRadius);
    }

    public GivenSignal exempt() {
        return new GivenSignal(session, root, pattern, mode, action, offset, kafkaTime, escalation, BlastRadius.EXEMPT);
    }

    public static Scope scope(String session) {
        return Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, session));
    }

    public Scope scope() {
        return scope(session);
    }

    public Position position() {
        return new Position(0, offset);
    }

    /** Of the guard's halt that follows. */
    public String id() {
        return signal().signalId();
    }

    public Signal signal() {
        PatternReference reference = new PatternReference(pattern, "0123456789abcdef", 1, "The same again");
        return new Signal(
                Signal.SCHEMA_VERSION,
                SignalId.of(scope(), reference.key(), position()),
                reference,
                mode,
                action,
                Severity.CRITICAL,
                scope(),
                SessionKey.DEFAULT_TENANT,
                session,
                root,
                null,
                "invoice-agent",
                position(),
                kafkaTime,
                kafkaTime,
                "the same again",
                List.of(),
                Map.of("outcome.in_a_row", 4),
                Map.of("times", 4),
                new BigDecimal("0.08"),
                "full",
                escalation,
                blastRadius);
    }

    /** An event of the halted session that should not have happened. */
    public Violation violatedAt(long offset, long kafkaTime, String dollars) {
        return new Violation(
                id(),
                scope(),
                new SessionKey(SessionKey.DEFAULT_TENANT, session),
                root,
                "invoice-agent",
                new Position(0, offset),
                kafkaTime,
                kafkaTime,
                1,
                dollars == null ? null : new BigDecimal(dollars));
    }
}

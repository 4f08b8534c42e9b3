package dev.ripcord.detection;

import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.Step;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Severity;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells that a definition has lost partial matches of a session because a limit was reached: it may have missed a
 * match. Of a definition that goes on losing them it tells once an hour of the session's clock.
 */
final class OverflowSignal {
    /** The guard's own, without a text behind it; 1 to 5 are those of {@code dev.ripcord.decision.Alarm}. */
    static final PatternReference REFERENCE = new PatternReference(
            "ripcord-overflow", String.format("%016x", 6), 1, "A definition lost partial matches of a session");

    private static final long REARM_MILLIS = Duration.ofHours(1).toMillis();

    private OverflowSignal() {}

    /** @return empty where that was told less than an hour ago */
    static Optional<Signal> of(
            SessionState session, Step step, ActivePattern pattern, Loss loss, DetectionLimits limits) {
        // A definition's id has no slash: this is nobody else's.
        String toldAs = REFERENCE.id() + "/" + pattern.definition().id();
        if (!session.isArmed(toldAs, step.time(), REARM_MILLIS)) {
            return Optional.empty();
        }
        Signal signal = signal(session, step, pattern, loss, limits);
        session.signalled(toldAs, step.time(), signal.signalId());
        return Optional.of(signal);
    }

    /** In the definition's mode: what is only tried out must wake nobody. */
    private static Signal signal(
            SessionState session, Step step, ActivePattern pattern, Loss loss, DetectionLimits limits) {
        SessionFold fold = session.fold();
        Scope scope = Scope.session(session.key());
        return new Signal(
                Signal.SCHEMA_VERSION,
                SignalId.of(scope, REFERENCE.key(), pattern.key() + " " + step.position()),
                REFERENCE,
                pattern.activation().mode(),
                Action.WARN,
                Severity.WARNING,
                scope,
                session.key().tenant(),
                session.key().session(),
                fold.rootSession().orElse(null),
                fold.parentSession().orElse(null),
                step.event().agent(),
                step.position(),
                step.time(),
                step.kafkaTime(),
                message(pattern, loss, limits),
                List.of(),
                values(pattern, loss),
                Map.of(),
                SignalComposer.dollars(fold.spendNanoDollars()),
                fold.coverage().grade().word(),
                null,
                null);
    }

    private static String message(ActivePattern pattern, Loss loss, DetectionLimits limits) {
        List<String> causes = new ArrayList<>();
        add(causes, loss.tooLong(), "had taken more than " + limits.stepsPerMatch() + " steps");
        add(causes, loss.tooMany(), "went beyond the " + limits.matchesPerPattern() + " that it may have in a session");
        add(causes, loss.tooLarge(), "went beyond the " + limits.heldBytes() + " bytes that a session may hold");
        return pattern.definition().id() + " lost " + loss.partialMatches()
                + (loss.partialMatches() == 1 ? " partial match" : " partial matches") + ", and may miss a match: "
                + String.join(", ", causes);
    }

    private static void add(List<String> causes, int partialMatches, String reason) {
        if (partialMatches > 0) {
            causes.add(partialMatches + " " + reason);
        }
    }

    private static Map<String, Object> values(ActivePattern pattern, Loss loss) {
        Map<String, Object> values = new TreeMap<>();
        values.put("definition", pattern.key());
        put(values, "too_long", loss.tooLong());
        put(values, "too_many", loss.tooMany());
        put(values, "too_large", loss.tooLarge());
        return values;
    }

    private static void put(Map<String, Object> values, String cause, int partialMatches) {
        if (partialMatches > 0) {
            values.put(cause, (long) partialMatches);
        }
    }
}

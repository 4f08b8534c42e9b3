package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.event.Money;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import dev.ripcord.fact.FactValues;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.Step;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.BlastRadius;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.signal.MatchedStep;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import dev.ripcord.time.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Writes the signal of a match. Maps keep an order of their own, so that the same signal is the same bytes. */
final class SignalComposer {
    private static final int FIRST_MATCHED = 16;

    private final SessionState session;
    private final ActivePattern pattern;
    private final Definition definition;

    SignalComposer(SessionState session, ActivePattern pattern) {
        this.session = session;
        this.pattern = pattern;
        this.definition = pattern.definition();
    }

    /** @param completing the step that completed the match, with its payload */
    Signal signal(TakenStep match, Step completing) {
        SessionFold fold = session.fold();
        Scope scope = Scope.session(session.key());
        Parameters parameters = pattern.parameters().at(completing);
        return new Signal(
                Signal.SCHEMA_VERSION,
                SignalId.of(scope, definition.key(), completing.position()),
                definition.reference(),
                pattern.activation().mode(),
                definition.action(),
                definition.severity(),
                scope,
                session.key().tenant(),
                session.key().session(),
                fold.rootSession().orElse(null),
                fold.parentSession().orElse(null),
                completing.event().agent(),
                completing.position(),
                completing.time(),
                completing.kafkaTime(),
                pattern.clauses().message().render(completing, match, parameters),
                matched(match),
                values(completing.facts()),
                written(parameters),
                dollars(fold.spendNanoDollars()),
                fold.coverage().grade().word(),
                definition.escalation() == Escalation.NONE ? null : definition.escalation(),
                definition.blastRadius() == BlastRadius.CAPPED ? null : definition.blastRadius());
    }

    /** A signal must fit into a record, however long the match: its beginning and its end are what people look at. */
    private static List<MatchedStep> matched(TakenStep match) {
        List<MatchedStep> steps = match.inOrder().stream()
                .map(taken -> MatchedStep.of(taken.element(), taken.step()))
                .toList();
        if (steps.size() <= Signal.MAX_MATCHED) {
            return steps;
        }
        List<MatchedStep> ends = new ArrayList<>(steps.subList(0, FIRST_MATCHED));
        ends.addAll(steps.subList(steps.size() - Signal.MAX_MATCHED + FIRST_MATCHED, steps.size()));
        return ends;
    }

    private Map<String, Object> values(FactValues facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Fact fact : pattern.clauses().reads()) {
            // A fingerprint says nothing to people, and who knows a short argument's could guess it.
            if (facts.has(fact) && fact.kind() != FactKind.IDENTITY) {
                values.put(
                        fact.factName(),
                        fact.kind() == FactKind.DURATION ? (Object) facts.bits(fact) : facts.value(fact));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, Object> written(Parameters parameters) {
        Map<String, Object> values = new TreeMap<>();
        parameters.values().forEach((name, value) -> values.put(name, written(value)));
        return Collections.unmodifiableMap(values);
    }

    private static Object written(Object value) {
        return value instanceof Duration duration ? Durations.format(duration) : value;
    }

    static BigDecimal dollars(OptionalLong nanoDollars) {
        return nanoDollars.isPresent() ? Money.dollars(nanoDollars.getAsLong()) : null;
    }
}

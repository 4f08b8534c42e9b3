package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.condition.Hurdle;
import dev.ripcord.fact.FactSet;
import dev.ripcord.fact.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * A clause of a definition as flink-cep's compiler takes it: {@code where} or {@code until}, with {@code same} and the
 * element's {@code within}.
 *
 * <p>It works in flink-cep's own NFA as well, which is what makes "what stock CEP would match" a claim to be tested.
 * flink-cep serialises conditions to look at them; what is compiled from text is left out of that.
 */
final class StepCondition extends IterativeCondition<Step> {
    private final transient Condition clause;
    private final transient Set<String> eventTypes;
    /** The same: each clause is asked about each step of its types, of which it has hardly more than two. */
    private final transient String[] types;

    private final transient FactSet needs;
    private final transient List<StepPath> same;
    private final transient EffectiveParameters parameters;
    private final transient List<String> elements;
    private final transient long withinMillis;

    /** The latest step of a walk for which the clause asked for no earlier one, and what it said of it. */
    private transient WalkContext settledIn;

    private transient long settledFor;
    private transient boolean settled;

    /**
     * @param within of the element, after the step taken before
     * @param elements of the definition, in their order
     */
    StepCondition(
            Condition clause,
            List<StepPath> same,
            Optional<Duration> within,
            EffectiveParameters parameters,
            List<String> elements) {
        this.clause = clause;
        this.eventTypes = clause.eventTypes().orElse(null);
        this.types = namedTypes().toArray(String[]::new);
        this.needs = FactSet.of(clause.needs());
        this.same = List.copyOf(same);
        this.withinMillis = within.map(Duration::toMillis).orElse(Long.MAX_VALUE);
        this.parameters = parameters;
        this.elements = elements;
    }

    @Override
    public boolean filter(Step step, Context<Step> context) {
        if (!step.facts().hasAll(needs) || !mayHoldFor(step.event().type())) {
            return false;
        }
        if (context instanceof WalkContext walk) {
            return follows(step, walk) && holdsInWalk(walk);
        }
        Matched matched = new MatchedInFlink(context, elements);
        return follows(step, matched) && clauseHolds(step, matched);
    }

    boolean clauseHolds(Step step, Matched matched) {
        return clause.holds(step, matched, parameters.at(step));
    }

    boolean mayHoldFor(String eventType) {
        for (String type : types) {
            if (type.equals(eventType)) {
                return true;
            }
        }
        return eventTypes == null;
    }

    /** @return whether it may hold for event types that it does not name */
    boolean mayHoldForOthers() {
        return eventTypes == null;
    }

    Set<String> namedTypes() {
        return eventTypes == null ? Set.of() : eventTypes;
    }

    /** @return what a step must pass for it to hold */
    Hurdle hurdle() {
        return clause.hurdle(parameters.settings());
    }

    List<StepPath> same() {
        return same;
    }

    /** @return whether it holds for no step that differs in the path from the step taken before */
    boolean isSameIn(StepPath path) {
        return same.stream().anyMatch(compared -> compared.path().equals(path.path()));
    }

    private boolean holdsInWalk(WalkContext walk) {
        if (settledIn == walk && settledFor == walk.number()) {
            return settled;
        }
        boolean holds = walk.clauseHolds(this);
        if (!walk.askedForEarlier()) {
            settledIn = walk;
            settledFor = walk.number();
            settled = holds;
        }
        return holds;
    }

    /** The first step of a match has none before it to be the same as, or to come too late after. */
    private boolean follows(Step step, Matched matched) {
        if (same.isEmpty() && withinMillis == Long.MAX_VALUE) {
            return true;
        }
        Step previous = matched.previous();
        if (previous == null) {
            return true;
        }
        if (step.time() - previous.time() >= withinMillis) {
            return false;
        }
        for (StepPath path : same) {
            if (!path.isSame(step, previous)) {
                return false;
            }
        }
        return true;
    }
}

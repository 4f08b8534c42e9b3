package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * A clause of a definition as flink-cep's compiler takes it: {@code where} or {@code until}, and {@code same}.
 *
 * <p>It works in flink-cep's own NFA as well, which is what makes "what stock CEP would match" a claim to be tested.
 * flink-cep serialises conditions to look at them; what is compiled from text is left out of that.
 */
final class StepCondition extends IterativeCondition<Step> {
    private final transient Condition clause;
    private final transient Set<String> eventTypes;
    private final transient List<StepPath> same;
    private final transient EffectiveParameters parameters;
    private final transient List<String> elements;

    /** @param elements of the definition, in their order */
    StepCondition(Condition clause, List<StepPath> same, EffectiveParameters parameters, List<String> elements) {
        this.clause = clause;
        this.eventTypes = clause.eventTypes().orElse(null);
        this.same = same;
        this.parameters = parameters;
        this.elements = elements;
    }

    @Override
    public boolean filter(Step step, Context<Step> context) {
        if (eventTypes != null && !eventTypes.contains(step.event().type())) {
            return false;
        }
        if (context instanceof WalkContext walk) {
            return isSame(step, walk) && walk.clauseHolds(this);
        }
        Matched matched = new MatchedInFlink(context, elements);
        return isSame(step, matched) && clauseHolds(step, matched);
    }

    boolean clauseHolds(Step step, Matched matched) {
        return clause.holds(step, matched, parameters.at(step));
    }

    /** The first step of a match has none before it to be the same as. */
    private boolean isSame(Step step, Matched matched) {
        if (same.isEmpty()) {
            return true;
        }
        Optional<Step> previous = matched.previous();
        return previous.isEmpty() || same.stream().allMatch(path -> path.isSame(step, previous.get()));
    }
}

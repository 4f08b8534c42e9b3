package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.StateTransitionAction;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.RichAndCondition;
import org.apache.flink.cep.pattern.conditions.RichNotCondition;
import org.apache.flink.cep.pattern.conditions.RichOrCondition;

/**
 * What is certain of an edge's condition for all steps of one kind, such as those of a type, once it is known which
 * clauses hold for none of them. flink-cep's compiler negates and joins clauses; what it adds besides is not certain.
 */
enum Foresight {
    NEVER,
    ALWAYS,
    UNSURE;

    /** @param never whether a clause holds for no step of the kind */
    static Foresight of(IterativeCondition<Step> condition, Predicate<StepCondition> never) {
        if (condition == null) {
            return ALWAYS;
        }
        if (condition instanceof StepCondition clause) {
            return never.test(clause) ? NEVER : UNSURE;
        }
        if (condition instanceof RichNotCondition<Step> not) {
            return of(not.getNestedConditions()[0], never).negated();
        }
        if (condition instanceof RichAndCondition<Step> both) {
            return of(both.getLeft(), never).and(of(both.getRight(), never));
        }
        if (condition instanceof RichOrCondition<Step> either) {
            return of(either.getLeft(), never)
                    .negated()
                    .and(of(either.getRight(), never).negated())
                    .negated();
        }
        return UNSURE;
    }

    /** @return whether any step of the kind leaves a partial match in this state as it is */
    static boolean stays(State<Step> state, Predicate<StepCondition> never) {
        List<StateTransition<Step>> possible = state.getStateTransitions().stream()
                .filter(edge -> of(edge.getCondition(), never) != NEVER)
                .toList();
        return possible.size() == 1
                && possible.get(0).getAction() == StateTransitionAction.IGNORE
                && possible.get(0).getTargetState() == state
                && of(possible.get(0).getCondition(), never) == ALWAYS;
    }

    private Foresight negated() {
        return switch (this) {
            case NEVER -> ALWAYS;
            case ALWAYS -> NEVER;
            case UNSURE -> UNSURE;
        };
    }

    private Foresight and(Foresight other) {
        if (this == NEVER || other == NEVER) {
            return NEVER;
        }
        return this == ALWAYS ? other : this;
    }
}

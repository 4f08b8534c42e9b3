package dev.ripcord.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import java.util.Optional;
import java.util.Set;

/** A clause in CEL, behind its guard. Used by one thread at a time. */
final class CelCondition implements Condition {
    private final Evaluation evaluation;
    private final Names names;
    private final Guard guard;
    private final CelRuntime.Program program;
    private final Set<Fact> reads;
    private final Optional<Set<String>> eventTypes;

    CelCondition(
            Evaluation evaluation,
            Names names,
            Guard guard,
            CelRuntime.Program program,
            Set<Fact> reads,
            Optional<Set<String>> eventTypes) {
        this.evaluation = evaluation;
        this.names = names;
        this.guard = guard;
        this.program = program;
        this.reads = Set.copyOf(reads);
        this.eventTypes = eventTypes;
    }

    @Override
    public boolean holds(Step step, MatchedSteps earlier, Parameters parameters) {
        evaluation.begin(step, earlier, parameters);
        try {
            return switch (guard.answer()) {
                case NO -> false;
                case YES -> true;
                case UNKNOWN -> Boolean.TRUE.equals(program.eval(names));
            };
        } catch (CelEvaluationException absentOrFailing) {
            return false;
        } finally {
            evaluation.end();
        }
    }

    /** @return what is known of the step before CEL is asked */
    Guard.Answer guarded(Step step, Parameters parameters) {
        evaluation.begin(step, MatchedSteps.NONE, parameters);
        try {
            return guard.answer();
        } finally {
            evaluation.end();
        }
    }

    /** @return the same without the guard, which must change nothing */
    CelCondition unguarded() {
        return new CelCondition(evaluation, names, Guard.OPEN, program, reads, eventTypes);
    }

    @Override
    public Set<Fact> reads() {
        return reads;
    }

    @Override
    public Optional<Set<String>> eventTypes() {
        return eventTypes;
    }
}

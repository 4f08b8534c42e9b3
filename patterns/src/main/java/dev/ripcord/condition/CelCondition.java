package dev.ripcord.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A clause in CEL, and the closure that spares asking it. Used by one thread at a time. */
final class CelCondition implements Condition {
    private final Evaluation evaluation;
    private final Names names;
    private final Contradictions contradictions;
    private final Closure closure;
    private final CelRuntime.Program program;
    private final Set<Fact> reads;
    private final Set<Fact> needs;
    private final Optional<Set<String>> eventTypes;
    private final Cost cost;

    CelCondition(
            Evaluation evaluation,
            Names names,
            Contradictions contradictions,
            Closure closure,
            CelRuntime.Program program,
            Set<Fact> reads,
            Set<Fact> needs,
            Optional<Set<String>> eventTypes,
            Cost cost) {
        this.evaluation = evaluation;
        this.names = names;
        this.contradictions = contradictions;
        this.closure = closure;
        this.program = program;
        this.reads = Set.copyOf(reads);
        this.needs = Set.copyOf(needs);
        this.eventTypes = eventTypes;
        this.cost = cost;
    }

    @Override
    public boolean holds(Step step, MatchedSteps earlier, Parameters parameters) {
        evaluation.begin(step, earlier, parameters);
        try {
            return switch (closure.truth()) {
                case TRUE -> true;
                case FALSE, ABSENT -> false;
                case UNSURE -> Boolean.TRUE.equals(program.eval(names));
            };
        } catch (CelEvaluationException absentOrFailing) {
            return false;
        } finally {
            evaluation.end();
        }
    }

    @Override
    public Optional<Contradiction> contradiction(Parameters parameters) {
        evaluation.begin(null, MatchedSteps.NONE, parameters);
        try {
            return contradictions.with(parameters);
        } finally {
            evaluation.end();
        }
    }

    @Override
    public Hurdle hurdle(List<Parameters> settings) {
        return settings.stream().map(this::hurdle).reduce(Hurdle::widened).orElse(Hurdle.NONE);
    }

    private Hurdle hurdle(Parameters parameters) {
        evaluation.begin(null, MatchedSteps.NONE, parameters);
        try {
            return closure.hurdle();
        } finally {
            evaluation.end();
        }
    }

    /** @return whether CEL must be asked about the step */
    boolean asksCel(Step step, Parameters parameters) {
        evaluation.begin(step, MatchedSteps.NONE, parameters);
        try {
            return closure.truth() == Truth.UNSURE;
        } finally {
            evaluation.end();
        }
    }

    /** @return the same by CEL alone, which must change nothing */
    CelCondition byCelAlone() {
        return new CelCondition(
                evaluation, names, contradictions, Closure.UNSURE, program, reads, needs, eventTypes, cost);
    }

    @Override
    public Set<Fact> reads() {
        return reads;
    }

    @Override
    public Set<Fact> needs() {
        return needs;
    }

    @Override
    public Cost cost() {
        return cost;
    }

    @Override
    public Optional<Set<String>> eventTypes() {
        return eventTypes;
    }
}

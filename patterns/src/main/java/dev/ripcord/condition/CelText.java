package dev.ripcord.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.ripcord.fact.Step;
import java.util.List;

/** A message with CEL in it. Used by one thread at a time. */
final class CelText implements Text {
    private final Evaluation evaluation;
    private final Names names;
    private final List<Part> parts;

    sealed interface Part {}

    record Literal(String text) implements Part {}

    /** @param isMoney whether the value is a fact in dollars, and nothing was done to it */
    record Value(CelRuntime.Program program, boolean isMoney) implements Part {}

    CelText(Evaluation evaluation, Names names, List<Part> parts) {
        this.evaluation = evaluation;
        this.names = names;
        this.parts = List.copyOf(parts);
    }

    @Override
    public String render(Step step, MatchedSteps earlier, Parameters parameters) {
        evaluation.begin(step, earlier, parameters);
        try {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(show(part)));
            return text.toString();
        } finally {
            evaluation.end();
        }
    }

    private String show(Part part) {
        if (part instanceof Literal literal) {
            return literal.text();
        }
        Value value = (Value) part;
        try {
            Object result = value.program().eval(names);
            return value.isMoney() ? Shown.money(result) : Shown.value(result);
        } catch (CelEvaluationException absentOrFailing) {
            return Shown.ABSENT;
        }
    }
}

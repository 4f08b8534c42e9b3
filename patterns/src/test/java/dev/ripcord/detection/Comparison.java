package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.FoldLimits;
import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Judges the same steps with flink-cep's own NFA and with the interpreter of its states, which as in a session does not
 * look at steps whose type says that they mean nothing.
 */
final class Comparison {
    /** Combinations grow exponentially: the rest of such a log is left out. */
    static final int TOO_MANY = 150;

    private static final DetectionLimits NO_LIMITS = new DetectionLimits(
            FoldLimits.DEFAULT,
            DetectionLimits.DEFAULT.endedGrace(),
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE);

    private Comparison() {}

    /**
     * Fails where one finds another match than the other, or in another order.
     *
     * @param about seed and pattern, to be read where it fails
     * @return matches found by both
     */
    static int of(Pattern<Step, ?> pattern, CompiledPattern compiled, List<Step> log, String about) throws Exception {
        return of(pattern, compiled, PartialMatches.of(compiled, new HeldSteps()), log, about);
    }

    /** @param partial where nothing has begun yet */
    static int of(
            Pattern<Step, ?> pattern, CompiledPattern compiled, PartialMatches partial, List<Step> log, String about)
            throws Exception {
        StateWalk walk = new StateWalk();
        int matches = 0;
        try (StockNfa stock = new StockNfa(pattern)) {
            for (Step step : log) {
                List<Map<String, List<Step>>> expected = stock.after(step);
                List<Map<String, List<Step>>> found = completed(step, compiled, partial, walk).stream()
                        .map(Comparison::byElement)
                        .toList();
                assertThat(found).as("%s, after %s of %s", about, step, log).isEqualTo(expected);
                matches += found.size();
                if (stock.partialMatches() > TOO_MANY) {
                    break;
                }
            }
        }
        return matches;
    }

    /** @param walk used for the same definition and session before */
    static List<TakenStep> completed(Step step, CompiledPattern compiled, PartialMatches partial, StateWalk walk) {
        Concern concern = compiled.concerns().of(step.event().type());
        boolean moved = partial.begun() > 0 && (concern.moves() || step.time() >= partial.nextDeadline());
        if (!concern.begins() && !moved) {
            return List.of();
        }
        walk.begin(step);
        List<TakenStep> completed = partial.after(step, walk, NO_LIMITS).completed();
        walk.end();
        return completed;
    }

    static Map<String, List<Step>> byElement(TakenStep match) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        match.inOrder()
                .forEach(taken -> steps.computeIfAbsent(taken.element(), element -> new ArrayList<>())
                        .add(taken.step()));
        return steps;
    }
}

package dev.ripcord.deploy.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;

/**
 * The best rule "halt at call n" on the same sessions: what a detector must beat, because long sessions loop more often.
 *
 * @param n null, like all the rest, where no session is labelled to be stopped
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StepBaseline(
        Integer n, Double precision, Double recall, Double f1, Double falseHalts, Double saved, Double steps) {
    private static final StepBaseline NONE = new StepBaseline(null, null, null, null, null, null, null);

    /** The best is the one with the highest f1; among equals the earliest, which saves most. */
    static StepBaseline best(Collection<SessionOutcome> outcomes) {
        var best = NONE;
        int previous = 0;
        for (int calls : distinctCalls(outcomes)) {
            // Any n above the next smaller number of calls stops the same sessions; the smallest saves most.
            var candidate = at(previous + 1, outcomes);
            best = isBetter(candidate, best) ? candidate : best;
            previous = calls;
        }
        return best;
    }

    private static int[] distinctCalls(Collection<SessionOutcome> outcomes) {
        return outcomes.stream()
                .mapToInt(SessionOutcome::calls)
                .filter(calls -> calls > 0)
                .distinct()
                .sorted()
                .toArray();
    }

    private static boolean isBetter(StepBaseline candidate, StepBaseline best) {
        return candidate.recall != null && candidate.f1 != null && (best.f1 == null || candidate.f1 > best.f1);
    }

    private static StepBaseline at(int n, Collection<SessionOutcome> outcomes) {
        var score = Tally.of(Firing.atCall(n), outcomes).score();
        return new StepBaseline(
                n, score.precision(), score.recall(), score.f1(), score.falseHalts(), score.saved(), score.steps());
    }
}

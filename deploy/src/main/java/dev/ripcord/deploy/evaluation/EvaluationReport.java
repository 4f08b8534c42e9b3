package dev.ripcord.deploy.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good definitions are on labelled sessions.
 *
 * @param all of them together: a session is stopped by whichever fires first
 * @param patterns each alone, by its id
 * @param stepBaseline what a plain limit on calls reaches
 */
public record EvaluationReport(@JsonUnwrapped Score all, Map<String, Score> patterns, StepBaseline stepBaseline) {
    public static EvaluationReport of(Collection<SessionOutcome> outcomes, Collection<String> definitions) {
        var patterns = new LinkedHashMap<String, Score>();
        definitions.forEach(definition -> patterns.put(
                definition,
                Tally.of(session -> session.firing(definition), outcomes).score()));
        return new EvaluationReport(
                Tally.of(SessionOutcome::firing, outcomes).score(), patterns, StepBaseline.best(outcomes));
    }
}

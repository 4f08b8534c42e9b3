package dev.ripcord.deploy.tune;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ripcord.deploy.evaluation.Score;
import dev.ripcord.halt.PatternReference;
import java.util.List;
import java.util.Map;

/**
 * How a pattern's parameters trade one error for another on labelled sessions, and which setting is recommended.
 *
 * @param sessions with a label
 * @param positives those of them that should be stopped
 * @param folds that the sessions were dealt into
 * @param maxFalseHalts the share that a recommended setting must not exceed
 * @param levels the values that each parameter was tried with, by name
 * @param impossible settings that the pattern cannot run with, left out
 * @param settings all that were tried
 * @param defaults what the pattern file says
 * @param recommended null where no setting keeps to the limit
 */
public record TuningReport(
        PatternReference pattern,
        int sessions,
        int positives,
        int folds,
        long seed,
        double maxFalseHalts,
        Map<String, List<Object>> levels,
        int impossible,
        List<Row> settings,
        Row defaults,
        Recommendation recommended) {

    /**
     * A setting on all sessions.
     *
     * @param parameters as an activation gives them
     * @param front whether no other reaches a higher f1 with as few false halts
     */
    public record Row(
            Map<String, Object> parameters,
            boolean front,
            @JsonUnwrapped Score score) {}

    /**
     * The setting to take.
     *
     * @param inSample its score on the sessions that it was chosen on, which flatters it
     * @param crossValidated the score of choosing: each part of the sessions by what was best on the others. What to
     *     expect of new sessions
     * @param chosen what was chosen in each fold; an empty one where nothing kept to the limit
     * @param command that puts it in force, in shadow
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Recommendation(
            Map<String, Object> parameters,
            Score inSample,
            Score crossValidated,
            List<Map<String, Object>> chosen,
            String command) {}
}

package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.deploy.evaluation.EvaluationReport;
import dev.ripcord.deploy.evaluation.UnusedTools;
import java.util.List;

/**
 * What definitions would have done in a piece of history. A function of the two: the same input gives the same report,
 * byte for byte.
 *
 * @param unusedTools names in the new tool profiles that no event has; empty where every name is some tool's
 * @param all the new definitions together: a session is halted by whichever fires first
 * @param patterns each alone, in the order in which they were read; then those that only the old ones have
 * @param against null where there are no old ones
 * @param scores on the labelled sessions, as {@code ripcord evaluate} has them; null where there are no labels
 * @param halted the sessions that the new ones would have halted, in the order of time
 * @param violations of what was expected; null where nothing was
 */
public record BacktestReport(
        HistoryCounts history,
        List<UnusedTools> unusedTools,
        HaltFigures all,
        List<PatternFigures> patterns,
        Comparison against,
        @JsonProperty("labels") EvaluationReport scores,
        List<HaltedSession> halted,
        List<Violation> violations) {

    BacktestReport with(List<Violation> found) {
        return new BacktestReport(history, unusedTools, all, patterns, against, scores, halted, found);
    }
}

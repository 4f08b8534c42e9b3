package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.Evaluation;
import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.deploy.evaluation.Remarks;
import dev.ripcord.deploy.evaluation.Score;
import dev.ripcord.deploy.evaluation.SessionOutcome;
import dev.ripcord.deploy.evaluation.Tally;
import dev.ripcord.deploy.evaluation.UnusedTools;
import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.tune.TuningReport.Recommendation;
import dev.ripcord.deploy.tune.TuningReport.Row;
import dev.ripcord.pattern.ToolProfile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Tries settings of one definition on labelled sessions. Which is best is chosen on all of them; how good it will be on
 * others is told by cross-validation, because a setting that was chosen among two hundred looks better than it is.
 */
public final class Tuning {
    private final Grid grid;
    private final List<ToolProfile> tools;
    private final double maxFalseHalts;
    private final int mostFolds;
    private final long seed;
    private List<SessionOutcome> sessions;
    private long records;

    /**
     * @param tools what is said of them, whatever the setting
     * @param maxFalseHalts share of the sessions that went well which may be stopped, from 0 to 1
     */
    public Tuning(Grid grid, List<ToolProfile> tools, double maxFalseHalts, int mostFolds, long seed) {
        this.grid = grid;
        this.tools = tools;
        this.maxFalseHalts = maxFalseHalts;
        this.mostFolds = mostFolds;
        this.seed = seed;
    }

    /** Judges every session by every setting. */
    public void over(History events, Labels labels, Remarks remarks, LongConsumer progress)
            throws IOException, InterruptedException {
        var judge = new SettingsJudge(grid.definition(), grid.settings(), tools);
        var evaluation = new Evaluation(labels, judge, remarks);
        sessions = evaluation.outcomes(events, 0, progress);
        records = evaluation.records();
        judge.unusedTools().stream().map(UnusedTools::line).forEach(remarks::say);
        check(remarks);
    }

    private void check(Remarks remarks) {
        if (sessions.stream().noneMatch(session -> session.label().isPositive())) {
            throw new Refusal(
                    List.of("no session of these events is labelled to be stopped: there is nothing to find"),
                    "nothing was tuned",
                    ExitCode.INVALID);
        }
        if (sessions.stream().noneMatch(session -> session.label().mustGoOn())) {
            remarks.say("no labelled session went well (success or healthy): false halts cannot be told, and no limit"
                    + " was kept");
        }
    }

    public TuningReport report() {
        var trials = Trial.of(grid.settings(), sessions);
        var front = new HashSet<>(Trial.front(trials));
        var folds = Folds.of(sessions, mostFolds, seed);
        var usual = grid.settings().indexOf(grid.defaultSetting());
        return new TuningReport(
                grid.definition().reference(),
                trials.get(0).score().sessions(),
                (int) sessions.stream()
                        .filter(session -> session.label().isPositive())
                        .count(),
                folds.count(),
                seed,
                maxFalseHalts,
                grid.levels(),
                grid.impossible(),
                trials.stream().map(trial -> row(trial, front)).toList(),
                row(trials.get(usual), front),
                Trial.best(trials, maxFalseHalts)
                        .map(best -> recommendation(best, folds))
                        .orElse(null));
    }

    private static Row row(Trial trial, Set<Trial> front) {
        return new Row(trial.setting().written(), front.contains(trial), trial.score());
    }

    private Recommendation recommendation(Trial best, Folds folds) {
        List<Optional<Trial>> chosen = folds.training(sessions).stream()
                .map(training -> Trial.best(Trial.of(grid.settings(), training), maxFalseHalts))
                .toList();
        return new Recommendation(
                best.setting().written(),
                best.score(),
                crossValidated(folds, chosen),
                chosen.stream()
                        .map(choice ->
                                choice.map(trial -> trial.setting().written()).orElse(Map.of()))
                        .toList(),
                best.setting().command(grid.definition().id()));
    }

    private Score crossValidated(Folds folds, List<Optional<Trial>> chosen) {
        return Tally.of(
                        session -> chosen.get(folds.of(session))
                                .map(trial -> trial.firing(session))
                                .orElse(OptionalInt.empty()),
                        sessions)
                .score();
    }

    /** @return records read so far */
    public long records() {
        return records;
    }
}

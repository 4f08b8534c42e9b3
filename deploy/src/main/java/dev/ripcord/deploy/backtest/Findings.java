package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.EvaluationReport;
import dev.ripcord.deploy.evaluation.SessionOutcome;
import dev.ripcord.pattern.Definition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the report off a backtest that has run. */
public final class Findings {
    private final Backtest backtest;
    private final Candidates candidates;
    private final boolean labelled;
    private final List<SessionTrace> withSignals;

    /** @param labelled whether there are labels to score by */
    public Findings(Backtest backtest, boolean labelled) {
        this.backtest = backtest;
        this.candidates = backtest.candidates();
        this.labelled = labelled;
        this.withSignals =
                backtest.traces().stream().filter(SessionTrace::hasSignals).toList();
    }

    /** @param expectations null for none */
    public BacktestReport report(Expectations expectations) {
        var halted = halted(candidates.newerKeys());
        var report = new BacktestReport(
                backtest.counts(),
                backtest.unusedTools(),
                HaltFigures.of(halted, labelled),
                patterns(),
                candidates.compared() ? comparison() : null,
                labelled ? scores() : null,
                halted,
                null);
        return expectations == null ? report : report.with(expectations.violations(report, backtest));
    }

    private List<HaltedSession> halted(Collection<String> definitions) {
        return withSignals.stream()
                .flatMap(trace -> halted(trace, definitions).stream())
                .sorted(HaltedSession.IN_ORDER_OF_TIME)
                .toList();
    }

    private static Optional<HaltedSession> halted(SessionTrace trace, Collection<String> definitions) {
        return trace.halt(definitions).map(first -> HaltedSession.of(trace, first));
    }

    private List<PatternFigures> patterns() {
        var patterns = new ArrayList<PatternFigures>();
        candidates.newerDefinitions().forEach(definition -> patterns.add(figures(definition)));
        var ids = candidates.newerDefinitions().stream().map(Definition::id).collect(Collectors.toSet());
        candidates.olderDefinitions().stream()
                .map(Definition::id)
                .filter(id -> !ids.contains(id))
                .forEach(id -> patterns.add(figuresOfGone(id)));
        return patterns;
    }

    private PatternFigures figures(Definition definition) {
        var key = definition.key();
        return new PatternFigures(
                definition.id(),
                definition.hash(),
                definition.version(),
                definition.action(),
                backtest.signals(key),
                withSignals.stream()
                        .filter(trace -> trace.first(key).isPresent())
                        .count(),
                HaltFigures.of(halted(Set.of(key)), labelled),
                candidates.compared() ? ChangeCounts.of(changes(olderNames(definition.id()), Set.of(key))) : null);
    }

    private PatternFigures figuresOfGone(String id) {
        return new PatternFigures(
                id,
                null,
                null,
                null,
                0,
                0,
                HaltFigures.of(List.of(), labelled),
                ChangeCounts.of(changes(olderNames(id), Set.of())));
    }

    private Set<String> olderNames(String id) {
        return candidates.olderDefinitions().stream()
                .filter(definition -> definition.id().equals(id))
                .map(definition -> candidates.olderName(definition.key()))
                .collect(Collectors.toSet());
    }

    private Comparison comparison() {
        var changes = changes(candidates.olderNames(), candidates.newerKeys());
        return new Comparison(
                candidates.unchanged(),
                candidates.toolsDiffer(),
                HaltFigures.of(halted(candidates.olderNames()), labelled),
                ChangeCounts.of(changes),
                changes);
    }

    private List<Change> changes(Collection<String> older, Collection<String> newer) {
        return withSignals.stream()
                .flatMap(trace -> Change.of(halted(trace, older), halted(trace, newer)).stream())
                .sorted(Change.IN_ORDER)
                .toList();
    }

    private EvaluationReport scores() {
        List<SessionOutcome> outcomes = backtest.traces().stream()
                .flatMap(trace -> trace.outcome().stream())
                .toList();
        return EvaluationReport.of(
                outcomes,
                candidates.newerDefinitions().stream().map(Definition::id).toList());
    }
}

package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.cause.LikelyCause;
import dev.ripcord.console.replay.reconstruct.CallCounts;
import dev.ripcord.console.replay.reconstruct.Loop;
import dev.ripcord.console.replay.reconstruct.NearMiss;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.timeline.Totals;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a session came to, for people. */
public final class ReportLines {
    private final SessionReport report;
    private final List<String> lines = new ArrayList<>();

    private ReportLines(SessionReport report) {
        this.report = report;
    }

    public static List<String> of(SessionReport report) {
        var words = new ReportLines(report);
        words.heading();
        words.calls();
        words.ending();
        words.loops();
        words.lines.addAll(TreeLines.of(report));
        words.signals();
        words.nearMisses();
        words.cause();
        words.traces();
        return words.lines;
    }

    private void say(String label, String text) {
        lines.add(String.format(Locale.ROOT, "%-10s %s", label, text));
    }

    private void heading() {
        say("session", Printable.line(report.tenantId() + "/" + report.sessionId()));
        var odd = (report.repeats() == 0 ? "" : ", " + Count.of(report.repeats(), "repeat"))
                + (report.late() == 0 ? "" : ", " + report.late() + " late");
        double seconds = (report.lastTime() - report.firstTime()) / 1000.0;
        say(
                "events",
                Count.of(report.events(), "event") + odd + " in " + String.format(Locale.ROOT, "%,.1f s", seconds)
                        + ", from " + Moment.utc(report.firstTime()) + " to " + Moment.utc(report.lastTime()));
        say("spent", totals(report.totals()));
        if (report.gaps().gaps() > 0) {
            say(
                    "gaps",
                    Count.of(report.gaps().gaps(), "jump") + " in the producer's count, "
                            + Count.of(report.gaps().missing(), "event") + " left out");
        }
        if (report.coverage() != null && !report.coverage().gaps().isEmpty()) {
            say(
                    "coverage",
                    report.coverage().grade() + ": "
                            + String.join(", ", report.coverage().gaps()));
        }
    }

    static String totals(Totals totals) {
        return (totals.costUsd() == null ? "cost not reported" : Dollars.shown(totals.costUsd()))
                + (totals.tokens() == null ? "" : String.format(Locale.ROOT, ", %,d tokens", totals.tokens()))
                + (totals.latencyMs() == null
                        ? ""
                        : String.format(Locale.ROOT, ", %,.1f s of latency", totals.latencyMs() / 1000.0));
    }

    private void calls() {
        CallCounts calls = report.calls();
        say(
                "calls",
                Count.of(calls.calls(), "call") + ", " + calls.answered() + " answered"
                        + (calls.byOrder() == 0 ? "" : " (" + calls.byOrder() + " paired by order alone)")
                        + (calls.unasked() == 0 ? "" : ", " + Count.of(calls.unasked(), "answer") + " without a call")
                        + ", " + Count.of(report.errors(), "error")
                        + (report.retries() == 0 ? "" : ", " + report.retries() + " retries"));
    }

    private void ending() {
        if (report.endedBy() == null) {
            say("ending", "none in the log: no session_end and no termination");
            return;
        }
        var reason = report.endedBy().reason();
        say(
                "ending",
                EntryLines.word(report.endedBy().kind()) + " at step " + report.endedAtStep()
                        + (reason == null ? "" : ": " + Shortened.of(reason)));
    }

    private void loops() {
        for (Loop loop : report.loops()) {
            var tools = loop.tools().stream().map(Printable::line).collect(Collectors.joining(", "));
            say(
                    "loop",
                    tools + " ×" + loop.rounds() + ", steps " + loop.from() + " to " + loop.to()
                            + (loop.wastedUsd() == null ? "" : ", " + Dollars.shown(loop.wastedUsd()) + " wasted"));
        }
    }

    private void signals() {
        report.signals()
                .forEach(signal -> say(
                        "signal",
                        "step " + signal.step() + "  " + signal.pattern().id() + "  "
                                + EntryLines.word(signal.action()) + ", " + EntryLines.word(signal.mode()) + "  "
                                + Printable.line(signal.message()) + "  id "
                                + EntryLines.shortId(signal.signalId())));
    }

    private void nearMisses() {
        for (NearMiss miss : report.nearMisses()) {
            var waits = miss.waitsFor().stream()
                    .map(element -> "'" + element.element() + "'"
                            + (element.where() == null ? "" : " (" + Shortened.of(element.where()) + ")"))
                    .collect(Collectors.joining(" or "));
            say(
                    "near miss",
                    Printable.line(miss.pattern()) + " had taken "
                            + Count.of(miss.taken().size(), "step") + " at step " + miss.atStep()
                            + (waits.isEmpty() ? "" : " and waited for " + waits));
        }
    }

    private void cause() {
        LikelyCause cause = report.cause();
        if (cause == null) {
            say("cause", "nothing in the facts speaks for one");
            return;
        }
        var evidence = cause.evidence().stream()
                .map(one -> one.fact() + " = " + one.value() + " at step " + one.step())
                .collect(Collectors.joining(", "));
        var also = cause.also().stream().map(LikelyCause.Kind::words).collect(Collectors.joining(", "));
        say(
                "cause",
                "likely " + cause.kind().words() + ": " + cause.because() + " (" + evidence + ")"
                        + (also.isEmpty() ? "" : "; the facts speak for " + also + " too"));
    }

    private void traces() {
        if (!report.traceIds().isEmpty()) {
            say("traces", report.traceIds().stream().map(Printable::line).collect(Collectors.joining(", ")));
        }
    }
}

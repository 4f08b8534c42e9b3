package dev.ripcord.deploy.sessions;

import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.halt.Acknowledgement.Status;
import java.util.List;
import java.util.Locale;

/** Sessions for people, a line each. */
public final class SessionTable {
    private SessionTable() {}

    public static List<String> lines(List<SessionLine> sessions) {
        var table = Table.of("session", "tenant", "agent", "state", "steps>", "calls>", "spent>", "furthest", "latest");
        for (SessionLine line : sessions) {
            var summary = line.summary();
            table.row(
                    summary.sessionId(),
                    summary.tenantId(),
                    summary.agentId(),
                    state(line),
                    summary.steps(),
                    summary.calls(),
                    Dollars.shown(summary.spendUsd()),
                    furthest(line),
                    Moment.utc(line.kafkaTime()));
        }
        return table.lines();
    }

    private static String state(SessionLine line) {
        if (line.halt() != null) {
            var state = line.halt().expiresAt() == null ? "halted" : "paused";
            return line.acknowledged() == Status.STOPPED ? state + ", stopped" : state;
        }
        return line.summary().state().name().toLowerCase(Locale.ROOT);
    }

    private static String furthest(SessionLine line) {
        var progress = line.summary().progress();
        var signalled = line.summary().lastSignal() == null ? "" : "signalled";
        if (progress == null) {
            return signalled.isEmpty() ? "-" : signalled;
        }
        var id = progress.pattern().substring(0, Math.max(0, progress.pattern().indexOf('@')));
        return id + " " + progress.matched() + (signalled.isEmpty() ? "" : ", signalled");
    }
}

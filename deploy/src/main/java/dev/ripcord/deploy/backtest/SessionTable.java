package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sessions of a backtest for people, a line each. */
final class SessionTable {
    private SessionTable() {}

    static List<String> halted(List<HaltedSession> halted, int most) {
        var table =
                Table.of("halted", "step>", "session clock", "spent>", "steps saved>", "saved>", "pattern", "because");
        halted.stream().limit(most).forEach(session -> row(table, session));
        return under(table, halted.size(), most);
    }

    private static void row(Table table, HaltedSession session) {
        table.row(
                name(session),
                session.step(),
                Moment.utc(session.time()),
                Dollars.shown(session.spentUsd()),
                session.stepsAfter(),
                Dollars.shown(session.spentAfterUsd()),
                session.pattern().id(),
                session.message());
    }

    static List<String> changes(List<Change> changes, int most) {
        var table = Table.of("change", "session", "before", "now");
        changes.stream()
                .limit(most)
                .forEach(change -> table.row(
                        change.kind().name().toLowerCase(Locale.ROOT),
                        name(change.now() == null ? change.before() : change.now()),
                        place(change.before()),
                        place(change.now())));
        return under(table, changes.size(), most);
    }

    private static String place(HaltedSession halt) {
        return halt == null
                ? "goes on"
                : "step " + halt.step() + ", " + Dollars.shown(halt.spentUsd()) + ", "
                        + halt.pattern().id();
    }

    private static String name(HaltedSession session) {
        var key = new SessionKey(session.tenantId(), session.sessionId());
        return key.tenant().equals(SessionKey.DEFAULT_TENANT) ? key.session() : key.toString();
    }

    /** @return nothing where there are no rows */
    private static List<String> under(Table table, int all, int most) {
        if (all == 0) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(table.lines());
        if (all > most) {
            lines.add("and " + (all - most) + " more; --all shows them, --json too");
        }
        return lines;
    }
}

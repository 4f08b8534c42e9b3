package dev.ripcord.deploy.replay;

import dev.ripcord.console.replay.reconstruct.AgentNode;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.print.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Who called whom in: the agents of a session as a tree, and the sessions above and below it. */
final class TreeLines {
    private static final int DEEPEST = 40;

    private final SessionReport report;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();

    private TreeLines(SessionReport report) {
        this.report = report;
    }

    static List<String> of(SessionReport report) {
        var tree = new TreeLines(report);
        tree.above();
        tree.agents();
        tree.below();
        return tree.lines;
    }

    private void say(String label, String text) {
        lines.add(String.format(Locale.ROOT, "%-10s %s", label, text));
    }

    private void above() {
        if (report.parentSessionId() != null) {
            say("parent", Printable.line(report.parentSessionId()));
        }
        if (report.rootSessionId() != null && !report.rootSessionId().equals(report.parentSessionId())) {
            say("root", Printable.line(report.rootSessionId()));
        }
    }

    private void agents() {
        var acting = new HashSet<String>();
        report.agents().forEach(agent -> acting.add(agent.agent()));
        grow(agent -> agent.parent() == null || !acting.contains(agent.parent()), 0);
        // Parents that name each other in a circle hang on nothing.
        grow(agent -> true, 0);
    }

    private void grow(Predicate<AgentNode> chosen, int depth) {
        for (AgentNode agent : report.agents()) {
            if (depth < DEEPEST && chosen.test(agent) && shown.add(agent.agent())) {
                say(
                        depth == 0 && lines.stream().noneMatch(line -> line.startsWith("agents")) ? "agents" : "",
                        "  ".repeat(depth) + Printable.line(agent.agent()) + "  " + Count.of(agent.events(), "event")
                                + known(agent));
                grow(child -> Objects.equals(child.parent(), agent.agent()), depth + 1);
            }
        }
    }

    private static String known(AgentNode agent) {
        return switch (agent.known()) {
            case NAMED -> ", below " + Printable.line(agent.parent());
            case HANDED_OVER -> ", handed over to by " + Printable.line(agent.parent()) + " first";
            case FIRST -> "";
            case UNKNOWN -> ", parent not known";
        };
    }

    private void below() {
        for (Relative relative : report.relatives()) {
            boolean direct = report.sessionId().equals(relative.parent());
            say(
                    "below",
                    Printable.line(relative.session())
                            + (direct
                                    ? ""
                                    : relative.parent() == null
                                            ? ", parent not known"
                                            : ", below " + Printable.line(relative.parent())));
        }
    }
}

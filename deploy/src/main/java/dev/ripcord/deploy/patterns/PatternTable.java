package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.print.Moment;
import dev.ripcord.deploy.print.Table;
import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Published definitions for people, a line each. */
public final class PatternTable {
    private static final String NONE = "-";

    private PatternTable() {}

    public static List<String> lines(List<ListedPattern> patterns) {
        var table = Table.of(
                "pattern",
                "version>",
                "action",
                "cost",
                "mode",
                "since",
                "by",
                "parameters",
                "the guard says",
                "title");
        patterns.forEach(pattern -> row(table, pattern));
        return table.lines();
    }

    private static void row(Table table, ListedPattern pattern) {
        var activation = pattern.activation();
        boolean active = activation != null;
        table.row(
                pattern.id() + "@" + pattern.hash(),
                pattern.version(),
                pattern.action() == null ? noAction(pattern) : word(pattern.action()),
                pattern.cost() == null ? NONE : pattern.cost(),
                active ? word(activation.mode()) : NONE,
                active ? Moment.utc(activation.activateAt()) : NONE,
                active && activation.actor() != null ? activation.actor() : NONE,
                pattern.tools() != null ? ToolWords.line(pattern.tools()) : active ? parameters(activation) : NONE,
                pattern.status() == null ? "nothing yet" : status(pattern.status()),
                pattern.title() == null ? "(not readable by this version)" : pattern.title());
    }

    private static String noAction(ListedPattern pattern) {
        return pattern.kind() == null ? NONE : word(pattern.kind());
    }

    private static String parameters(Activation activation) {
        return activation.parameters().isEmpty()
                ? "defaults"
                : new TreeMap<>(activation.parameters())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" "));
    }

    private static String status(PatternStatus status) {
        return status.problems().isEmpty()
                ? word(status.status())
                : word(status.status()) + ": " + String.join("; ", status.problems());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

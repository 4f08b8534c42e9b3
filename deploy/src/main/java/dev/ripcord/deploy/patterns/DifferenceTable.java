package dev.ripcord.deploy.patterns;

import dev.ripcord.deploy.patterns.PatternDifference.Kind;
import dev.ripcord.deploy.patterns.PatternDifference.Value;
import dev.ripcord.deploy.print.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Differences for people, a line each. */
public final class DifferenceTable {
    private static final String NONE = "-";

    private DifferenceTable() {}

    public static List<String> lines(List<PatternDifference> differences) {
        var table = Table.of("pattern", "", "in force", "directory", "mode", "what differs");
        differences.forEach(difference -> table.row(
                difference.id(),
                difference.kind().name().toLowerCase(Locale.ROOT),
                hash(difference.live()),
                hash(difference.directory()),
                difference.mode() == null ? NONE : difference.mode().name().toLowerCase(Locale.ROOT),
                words(difference)));
        return table.lines();
    }

    private static String hash(String key) {
        return key == null ? NONE : key.substring(key.indexOf('@') + 1);
    }

    private static String words(PatternDifference difference) {
        var words = new ArrayList<String>();
        if (!difference.keys().isEmpty()) {
            words.add(String.join(", ", difference.keys()));
        }
        difference.parameters().forEach(value -> words.add(words(value)));
        difference.tools().forEach(value -> words.add(words(value)));
        if (difference.directory() != null && !difference.published() && difference.kind() != Kind.SAME) {
            words.add("the directory's is not published");
        }
        return String.join("; ", words);
    }

    private static String words(Value value) {
        return value.name() + " is " + (value.live() == null ? "not there" : value.live()) + " in force, "
                + (value.directory() == null ? "not there" : value.directory()) + " in the directory";
    }
}

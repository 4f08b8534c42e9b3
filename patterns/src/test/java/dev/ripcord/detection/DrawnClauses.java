package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clauses that {@link RandomDefinition} writes, without a compiler for CEL. */
final class DrawnClauses {
    private static final Pattern WRITTEN =
            Pattern.compile("event\\.type in \\[(.*?)\\]( && \\(!has\\((\\w+)\\.event\\.tool\\).*)?");

    private DrawnClauses() {}

    static Clauses of(Definition definition) {
        Map<String, Condition> where = new HashMap<>();
        Map<String, Condition> until = new HashMap<>();
        definition.sequence().stream().flatMap(Clauses::flat).forEach(element -> {
            put(element, element.where(), where);
            put(element, element.until(), until);
        });
        return new Clauses(Optional.empty(), where, until, (step, earlier, parameters) -> "");
    }

    private static void put(Element element, Optional<String> text, Map<String, Condition> conditions) {
        text.ifPresent(written -> conditions.put(element.name(), condition(written)));
    }

    private static Condition condition(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no clause of a drawn definition: " + written);
        }
        return new TypeClause(parts.group(1).replaceAll("\\W", ""), parts.group(3));
    }
}

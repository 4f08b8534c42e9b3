package dev.ripcord.condition;

import dev.cel.common.ast.CelExpr;
import dev.ripcord.condition.Namespace.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says which name was probably meant. */
final class NameWords {
    private static final int LISTED = 12;
    private static final int ALTERNATIVES = 3;

    static final Set<String> FUNCTIONS = Set.of(
            "all",
            "bool",
            "contains",
            "distinct",
            "double",
            "duration",
            "endsWith",
            "exists",
            "exists_one",
            "filter",
            "getHours",
            "getMilliseconds",
            "getMinutes",
            "getSeconds",
            "has",
            "int",
            "lowerAscii",
            "map",
            "matches",
            "size",
            "slice",
            "startsWith",
            "string",
            "substring",
            "take",
            "trim",
            "upperAscii");

    private static final Map<String, String> MACROS = Map.of(
            "has", "has(outcome.count)",
            "all", "list.all(x, condition)",
            "exists", "list.exists(x, condition)",
            "exists_one", "list.exists_one(x, condition)",
            "filter", "list.filter(x, condition)",
            "map", "list.map(x, value)");

    private final Names names;

    NameWords(Names names) {
        this.names = names;
    }

    String unknownFunction(String name) {
        String usage = MACROS.get(name);
        return usage != null
                ? "'" + name + "' is not called so; write " + usage
                : "unknown function '" + name + "'" + didYouMean(Nearest.to(name, FUNCTIONS));
    }

    String undeclared(String name) {
        List<String> meant = meant(name);
        return "undeclared name '" + name + "'"
                + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", quoted(meant)) + "?");
    }

    private List<String> meant(String name) {
        // The name of a field without what stands before it is the likeliest slip: tool for event.tool.
        List<String> exactly = pathsTo(name);
        if (!exactly.isEmpty()) {
            return exactly;
        }
        Set<String> all = new TreeSet<>(names.namespaces().keySet());
        names.namespaces()
                .values()
                .forEach(namespace -> all.addAll(namespace.fields().keySet()));
        return Nearest.to(name, all)
                .map(near -> names.namespaces().containsKey(near) ? List.of(near) : pathsTo(near))
                .orElse(List.of());
    }

    private List<String> pathsTo(String field) {
        return names.namespaces().values().stream()
                .filter(namespace -> namespace.fields().containsKey(field))
                .filter(namespace -> namespace.fields().get(field).inner().isEmpty())
                .map(namespace -> namespace.name() + "." + field)
                .limit(ALTERNATIVES)
                .toList();
    }

    String noField(CelExpr operand, String field) {
        Optional<Namespace> namespace = names.field(operand).flatMap(Field::inner);
        if (namespace.isEmpty()) {
            return "there is no '" + field + "' here";
        }
        String name = namespace.get().name();
        Set<String> known = namespace.get().fields().keySet();
        if (field.equals(StepNames.PAYLOAD) && known.contains(StepNames.TYPE)) {
            return noPayload(name);
        }
        if (name.equals(Names.PARAMETERS)) {
            return noParameter(field, known);
        }
        Optional<String> near = Nearest.to(field, known);
        return name + " has no '" + field + "'" + (near.isPresent() ? didYouMean(near) : "; it has " + list(known));
    }

    private static String noPayload(String event) {
        int dot = event.indexOf('.');
        return dot < 0
                ? "event.payload cannot be shown: signals carry no prompt, no argument and no result;"
                        + " show a fact or another part of the event"
                : event + ".payload is not there: matched steps keep no payload; read event.payload in the clause of '"
                        + event.substring(0, dot) + "' itself";
    }

    private static String noParameter(String name, Set<String> known) {
        Optional<String> near = Nearest.to(name, known);
        return "there is no parameter '" + name + "'"
                + (near.isPresent()
                        ? didYouMean(near)
                        : known.isEmpty() ? "; the definition declares none" : "; there is " + list(known));
    }

    private static String didYouMean(Optional<String> name) {
        return name.map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    private static List<String> quoted(Collection<String> words) {
        return words.stream().map(word -> "'" + word + "'").toList();
    }

    private static String list(Collection<String> words) {
        String listed = String.join(", ", words.stream().sorted().limit(LISTED).toList());
        return words.size() > LISTED ? listed + ", ..." : listed;
    }
}

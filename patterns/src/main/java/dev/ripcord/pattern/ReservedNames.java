package dev.ripcord.pattern;

import dev.ripcord.fact.Fact;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Names that a condition could not read, or would read as something else. */
final class ReservedNames {
    /** From the grammar of CEL: these can be no names at all, behind {@code params.} neither. */
    private static final Set<String> KEYWORDS = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    /** What CEL or Ripcord calls so already. */
    private static final Set<String> TAKEN = Set.of(
            "event",
            "params",
            "recent",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "null_type",
            "dyn");

    private ReservedNames() {}

    /** @return why an element cannot be called so; empty where it can */
    static Optional<String> ofElement(String name) {
        boolean facts =
                Arrays.stream(Fact.values()).anyMatch(fact -> fact.group().equals(name));
        if (facts) {
            return Optional.of("'" + name + "' is the name of facts; call the element something else");
        }
        return TAKEN.contains(name)
                ? Optional.of("'" + name + "' has a meaning in conditions; call the element something else")
                : keyword(name);
    }

    /** @return why a parameter cannot be called so; empty where it can */
    static Optional<String> ofParameter(String name) {
        return keyword(name);
    }

    private static Optional<String> keyword(String name) {
        return KEYWORDS.contains(name)
                ? Optional.of("'" + name + "' is a reserved word in conditions; choose another name")
                : Optional.empty();
    }
}

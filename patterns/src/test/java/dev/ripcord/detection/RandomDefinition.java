package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.fact.Step;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Argument;
import dev.ripcord.pattern.BlastRadius;
import dev.ripcord.pattern.Contiguity;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.pattern.Selector;
import dev.ripcord.pattern.Severity;
import dev.ripcord.pattern.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Draws definitions of all constructs that the language has. Their clauses are a word each: the types that hold, and
 * after a colon an earlier element whose latest step must have another tool.
 */
final class RandomDefinition {
    private final Random random;
    private final List<String> names = new ArrayList<>();

    private RandomDefinition(Random random) {
        this.random = random;
    }

    static Definition draw(Random random) {
        List<Element> sequence = new RandomDefinition(random).sequence(0);
        Optional<Argument<Duration>> within = random.nextBoolean()
                ? Optional.of(Argument.of(Duration.ofMillis(1 + random.nextInt(15))))
                : Optional.empty();
        return of("drawn-" + random.nextInt(1_000), sequence, within);
    }

    private static Definition of(String id, List<Element> sequence, Optional<Argument<Duration>> within) {
        return new Definition(
                id,
                1,
                "0123456789abcdef",
                "Drawn",
                "to compare",
                ScopeKind.SESSION,
                Action.OBSERVE,
                Severity.INFO,
                Escalation.NONE,
                BlastRadius.CAPPED,
                List.of(),
                sequence,
                within,
                Argument.of(Duration.ZERO),
                Selector.ALL,
                List.of(),
                "",
                "");
    }

    static Clauses clauses(Definition definition) {
        Map<String, Condition> where = new HashMap<>();
        Map<String, Condition> until = new HashMap<>();
        definition.sequence().forEach(element -> collect(element, where, until));
        return new Clauses(where, until, (step, earlier, parameters) -> "");
    }

    private static void collect(Element element, Map<String, Condition> where, Map<String, Condition> until) {
        element.where().ifPresent(text -> where.put(element.name(), condition(text)));
        element.until().ifPresent(text -> until.put(element.name(), condition(text)));
        element.group().forEach(inner -> collect(inner, where, until));
    }

    private static Condition condition(String text) {
        String[] parts = text.split(":");
        return new TypeClause(parts[0], parts.length == 1 ? null : parts[1]);
    }

    private List<Element> sequence(int depth) {
        List<Element> sequence = new ArrayList<>();
        int length = 1 + random.nextInt(depth == 0 ? 4 : 3);
        for (int number = 0; number < length; number++) {
            boolean inside = number > 0 && number < length - 1;
            sequence.add(depth < 2 && random.nextInt(6) == 0 ? group(depth) : single(inside));
        }
        return sequence;
    }

    private Element group(int depth) {
        List<Element> group = sequence(depth + 1);
        return element("g" + names.size() + depth, Optional.empty(), false, group, false);
    }

    private Element single(boolean mayBeNegated) {
        boolean negated = mayBeNegated && random.nextInt(4) == 0;
        String name = "e" + names.size() + (negated ? "n" : "");
        Optional<String> where = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(clause());
        Element element = element(name, where, negated, List.of(), !negated && random.nextInt(5) == 0);
        names.add(name);
        return element;
    }

    private Element element(
            String name, Optional<String> where, boolean negated, List<Element> group, boolean sameTool) {
        Times times = negated ? Times.ONCE : times(!group.isEmpty());
        Optional<String> until =
                times.to().isEmpty() && random.nextBoolean() ? Optional.of(clause()) : Optional.empty();
        return new Element(
                name,
                where,
                times,
                contiguity(),
                negated,
                !negated && random.nextInt(6) == 0,
                until,
                sameTool ? List.of("event.tool") : List.of(),
                group);
    }

    private Times times(boolean ofGroup) {
        int from = 1 + random.nextInt(3);
        boolean greedy = !ofGroup && random.nextInt(4) == 0;
        return switch (random.nextInt(6)) {
            case 0 -> new Times(Argument.of(from), Optional.of(Argument.of(from)), false, contiguity());
            case 1 -> new Times(Argument.of(from), Optional.of(Argument.of(from + 2)), greedy, contiguity());
            case 2 -> new Times(Argument.of(from), Optional.empty(), greedy, contiguity());
            default -> Times.ONCE;
        };
    }

    private Contiguity contiguity() {
        return random.nextInt(3) == 0 ? Contiguity.STRICT : Contiguity.RELAXED;
    }

    private String clause() {
        StringBuilder types = new StringBuilder();
        for (String type : RandomSteps.TYPES) {
            types.append(random.nextInt(100) < 45 ? type : "");
        }
        String earlier = names.isEmpty() || random.nextInt(3) > 0 ? "" : ":" + names.get(random.nextInt(names.size()));
        return (types.isEmpty() ? "a" : types) + earlier;
    }
}

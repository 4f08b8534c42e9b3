package dev.ripcord.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.condition.Parameters;
import dev.ripcord.json.Json;
import dev.ripcord.source.Suggestion;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the parameters that an activation gives, in the types that its definition declares. */
public final class ActivationReader {
    private ActivationReader() {}

    /** @return everything that is wrong with the activation, for whoever is about to publish it */
    public static List<String> problems(Document document, Activation activation) {
        return document instanceof Definition definition
                ? problems(definition, activation)
                : problemsOfTools(document.id(), activation);
    }

    /**
     * @return why the document cannot be in force by an activation that is published. With values by which it can never
     *     match it can: that is how somebody may have turned it off, and whatever was in force before would come back
     */
    public static List<String> obstacles(Document document, Activation activation) {
        return document instanceof Definition definition
                ? obstacles(definition, activation)
                : problemsOfTools(document.id(), activation);
    }

    private static List<String> problemsOfTools(String id, Activation activation) {
        List<String> problems = new ArrayList<>();
        if (activation.mode() == Mode.SHADOW) {
            problems.add(id + " says what tools are, for every pattern alike: it is in force or it is not, and has no"
                    + " shadow");
        }
        activation.parameters().keySet().stream()
                .sorted()
                .map(name -> "unknown parameter '" + name + "'; " + id + " has none")
                .forEach(problems::add);
        return problems;
    }

    /** @return everything that is wrong with the activation's parameters; empty where the definition can match by them */
    public static List<String> problems(Definition definition, Activation activation) {
        List<String> obstacles = obstacles(definition, activation);
        return obstacles.isEmpty() ? inClauses(definition, values(definition, activation)) : obstacles;
    }

    private static List<String> obstacles(Definition definition, Activation activation) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        StructureUse use = StructureUse.of(definition);
        new TreeMap<>(activation.parameters()).forEach((name, written) -> {
            Optional<Parameter> parameter = declared(definition, name);
            if (parameter.isEmpty()) {
                problems.add(unknown(definition, name));
            } else {
                problem(parameter.get(), written, use).ifPresent(problems::add);
                value(parameter.get(), written).ifPresent(value -> values.put(name, value));
            }
        });
        return problems.isEmpty() ? inStructure(definition, definition.parameters(values)) : problems;
    }

    /**
     * @return the activation's values, and the defaults for the others
     * @throws IllegalArgumentException where there are {@link #obstacles}
     */
    public static Parameters resolve(Definition definition, Activation activation) {
        List<String> obstacles = obstacles(definition, activation);
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException(definition.key() + ": " + String.join("; ", obstacles));
        }
        return values(definition, activation);
    }

    private static Parameters values(Definition definition, Activation activation) {
        Map<String, Object> values = new HashMap<>();
        activation
                .parameters()
                .forEach((name, written) -> values.put(
                        name,
                        value(declared(definition, name).orElseThrow(), written).orElseThrow()));
        return definition.parameters(values);
    }

    private static List<String> inStructure(Definition definition, Parameters base) {
        List<String> problems = new ArrayList<>(SequenceExtent.problems(definition, base));
        for (ParameterOverride override : definition.overrides()) {
            for (String tenant : override.selector().tenants()) {
                problems.addAll(SequenceExtent.problemsOf(tenant, definition, base));
            }
        }
        return problems.stream().distinct().toList();
    }

    private static List<String> inClauses(Definition definition, Parameters base) {
        if (base.equals(definition.parameters(Map.of()))) {
            // So it was checked when it was read.
            return List.of();
        }
        ClauseSettings clauses = new ClauseSettings(definition);
        List<String> problems = new ArrayList<>(clauses.problems(base));
        if (problems.isEmpty()) {
            new OverriddenSettings(definition)
                    .of(base)
                    .forEach((setting, named) -> clauses.problemsOfSome(setting).stream()
                            .map(problem -> named.words() + ", " + problem)
                            .forEach(problems::add));
        }
        return problems;
    }

    private static Optional<String> problem(Parameter parameter, Object written, StructureUse use) {
        Optional<Object> value = value(parameter, written);
        return value.isEmpty()
                ? Optional.of("parameter " + parameter.name() + " is " + ParameterValue.shown(written) + "; it must be "
                        + ParameterValue.expected(parameter.type()))
                : ParameterBounds.breach(parameter, value.get(), use);
    }

    private static Optional<Object> value(Parameter parameter, Object written) {
        JsonNode json = written instanceof Duration duration
                ? TextNode.valueOf(Durations.format(duration))
                : Json.MAPPER.valueToTree(written);
        return ParameterValue.converted(json, parameter.type());
    }

    private static Optional<Parameter> declared(Definition definition, String name) {
        return definition.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private static String unknown(Definition definition, String name) {
        List<String> names =
                definition.parameters().stream().map(Parameter::name).toList();
        return "unknown parameter '" + name + "'"
                + (names.isEmpty()
                        ? "; " + definition.id() + " has none"
                        : Suggestion.hint(name, names, "the parameters are"));
    }
}

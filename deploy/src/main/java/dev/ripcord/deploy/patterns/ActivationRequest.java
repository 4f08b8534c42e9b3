package dev.ripcord.deploy.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.condition.ParameterType;
import dev.ripcord.deploy.outcome.AllOrNothing;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a person asks to be put in force.
 *
 * @param pattern {@code id}, or {@code id@hash}, the hash as short as it is unique
 * @param mode null for the usual one
 * @param parameters as they were typed, by name
 * @param reason may be null
 */
public record ActivationRequest(
        String pattern, Mode mode, Map<String, String> parameters, String actor, String reason) {
    private static final String CONSEQUENCE = "nothing was activated";

    /** @throws Refusal where one cannot be met, or two are of one id: all reasons of all at once */
    static List<Activation> all(List<ActivationRequest> requests, PatternLog log) {
        var activations = AllOrNothing.of(requests, CONSEQUENCE, request -> request.of(log));
        var twice = activations.stream()
                .collect(Collectors.groupingBy(Activation::id, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(named -> named.getValue() > 1)
                .map(named -> named.getKey() + " is named " + named.getValue()
                        + " times, and one definition of an id is in force; name it once")
                .toList();
        if (!twice.isEmpty()) {
            throw refused(twice);
        }
        return activations;
    }

    /** @throws Refusal where there is no such definition, or it does not take these parameters: all reasons at once */
    private Activation of(PatternLog log) {
        var document = PublishedChoice.of(pattern, log);
        var activation = new Activation(
                Activation.SCHEMA_VERSION,
                document.id(),
                document.hash(),
                mode == null ? usualMode(document) : mode,
                typed(document),
                null,
                actor,
                reason);
        var problems = ActivationReader.problems(document, activation);
        if (!problems.isEmpty()) {
            throw new Refusal(problems, CONSEQUENCE, ExitCode.INVALID);
        }
        return log.replacing(activation);
    }

    static Refusal refused(List<String> reasons) {
        return new Refusal(reasons, CONSEQUENCE, ExitCode.INVALID);
    }

    /** Tools are in force or they are not; a pattern is looked at first. */
    private static Mode usualMode(Document document) {
        return document instanceof Definition ? Mode.SHADOW : Mode.ENFORCE;
    }

    private Map<String, Object> typed(Document document) {
        var typed = new LinkedHashMap<String, Object>();
        parameters.forEach((name, text) -> typed.put(name, typed(document, name, text)));
        return typed;
    }

    /** What is not of the parameter's type stays text, and is refused with the type that would be right. */
    private static Object typed(Document document, String name, String text) {
        boolean isText = document instanceof Definition definition
                && definition.parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(name)
                                && (parameter.type() == ParameterType.STRING
                                        || parameter.type() == ParameterType.DURATION));
        return isText ? text : scalar(text);
    }

    private static Object scalar(String text) {
        try {
            JsonNode value = Json.tree(text);
            return value.isNumber() || value.isBoolean() ? Json.MAPPER.treeToValue(value, Object.class) : text;
        } catch (IOException noNumber) {
            return text;
        }
    }
}

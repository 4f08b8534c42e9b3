package dev.ripcord.deploy.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.condition.ParameterType;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.ActivationReader;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person asks to be put in force.
 *
 * @param pattern {@code id}, or {@code id@hash}, the hash as short as it is unique
 * @param parameters as they were typed, by name
 * @param reason may be null
 */
public record ActivationRequest(
        String pattern, Mode mode, Map<String, String> parameters, String actor, String reason) {
    private static final String CONSEQUENCE = "nothing was activated";

    /** @throws Refusal where there is no such definition, or it does not take these parameters: all reasons at once */
    Activation of(PatternLog log) {
        var definition = PublishedChoice.of(pattern, log);
        var activation = new Activation(
                Activation.SCHEMA_VERSION,
                definition.id(),
                definition.hash(),
                mode,
                typed(definition),
                null,
                actor,
                reason);
        var problems = ActivationReader.problems(definition, activation);
        if (!problems.isEmpty()) {
            throw new Refusal(problems, CONSEQUENCE, ExitCode.INVALID);
        }
        return log.replacing(activation);
    }

    static Refusal refused(List<String> reasons) {
        return new Refusal(reasons, CONSEQUENCE, ExitCode.INVALID);
    }

    private Map<String, Object> typed(Definition definition) {
        var typed = new LinkedHashMap<String, Object>();
        parameters.forEach((name, text) -> typed.put(name, typed(definition, name, text)));
        return typed;
    }

    /** What is not of the parameter's type stays text, and is refused with the type that would be right. */
    private static Object typed(Definition definition, String name, String text) {
        boolean isText = definition.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name)
                        && (parameter.type() == ParameterType.STRING || parameter.type() == ParameterType.DURATION));
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

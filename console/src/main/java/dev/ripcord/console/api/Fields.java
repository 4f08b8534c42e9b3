package dev.ripcord.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.halt.Scope;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the members of a request's JSON object, and collects all that is wrong with them. */
final class Fields {
    static final int MOST_CHARACTERS = 2_000;

    private final ObjectNode object;
    private final List<String> errors = new ArrayList<>();

    Fields(ObjectNode object) {
        this.object = object;
    }

    /** A misspelt member is an error: a halt whose expiry was not understood would stand for ever. */
    Fields onlyKnowing(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add("'" + name + "' is unknown; known are " + String.join(", ", new TreeSet<>(known)));
            }
        });
        return this;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    /** @param right what it must be, for the error where it is not there */
    Optional<String> required(String name, String right) {
        if (!has(name)) {
            errors.add(name + " is missing; it must be " + right);
            return Optional.empty();
        }
        return optional(name, right);
    }

    Optional<String> optional(String name, String right) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            errors.add(name + " is " + (value.isTextual() ? "blank" : "no text") + "; it must be " + right);
            return Optional.empty();
        }
        if (value.textValue().length() > MOST_CHARACTERS) {
            errors.add(name + " has " + value.textValue().length() + " characters; the most is " + MOST_CHARACTERS);
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    Optional<Scope> requiredScope() {
        return required("scope", "a scope, such as session/TENANT/SESSION, tenant/TENANT or global")
                .flatMap(text -> {
                    try {
                        return Optional.of(Scope.parse(text));
                    } catch (IllegalArgumentException none) {
                        errors.add(none.getMessage());
                        return Optional.empty();
                    }
                });
    }

    Optional<Duration> duration(String name, boolean required) {
        String right = "a duration, such as 90s, 10m, 2h or 1h30m";
        Optional<String> text = required ? required(name, right) : optional(name, right);
        return text.flatMap(given -> {
            Optional<Duration> duration = Durations.parse(given);
            if (duration.isEmpty()) {
                errors.add(name + " is '" + given + "'; it must be " + right);
            }
            return duration;
        });
    }

    void error(String error) {
        errors.add(error);
    }

    /** @throws Refused where anything was wrong so far */
    void refuseErrors() {
        if (!errors.isEmpty()) {
            throw new Refused(Refused.BAD_REQUEST, errors);
        }
    }
}

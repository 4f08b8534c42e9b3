package dev.ripcord.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** A validator's complaint as a fault: at the key or the value in question, with what was found and what is right. */
final class SchemaFaults {
    private static final int LONGEST_SHOWN = 40;

    private final JsonNode schema;

    SchemaFaults(JsonNode schema) {
        this.schema = schema;
    }

    Fault fault(ValidationMessage message, Located root) {
        JsonPointer instance = JsonPointer.compile(message.getInstanceLocation().toString());
        Located at = descend(root, instance);
        JsonNode rule = resolved(schema.at(
                JsonPointer.compile(message.getSchemaLocation().getFragment().toString())
                        .head()));
        String key = message.getProperty();
        return switch (message.getType()) {
            case "additionalProperties" -> new Fault(at.keyPlace(key), unknown(key, at, rule));
            case "required" -> new Fault(at.place(), key + " is missing; it " + expectation(property(rule, key)));
            case "propertyNames" ->
                new Fault(at.keyPlace(key), "name '" + key + "' " + expectation(rule.path("propertyNames")));
            case "enum" -> new Fault(at.place(), described(instance, at) + oneOf(rule.path("enum"), at));
            default -> new Fault(at.place(), described(instance, at) + "; it " + expectation(rule, message));
        };
    }

    private static Located descend(Located root, JsonPointer pointer) {
        Located at = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            at = at.children().get(rest.getMatchingProperty());
        }
        return at;
    }

    private static String unknown(String key, Located at, JsonNode rule) {
        if (key.equals("<<")) {
            return "unknown key '<<'; merge keys are not read: write the keys out";
        }
        if (key.contains(" ") && at.get(key).isEmpty()) {
            // { description: equal calls, in a row or not }
            return "unknown key '" + key + "'; if it belongs to the text before the comma, put that text in quotes";
        }
        List<String> known = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(known::add);
        return "unknown key '" + key + "'" + Suggestion.hint(key, known, "the keys here are");
    }

    private static String described(JsonPointer pointer, Located at) {
        return label(pointer) + " is " + found(at.json());
    }

    private static String label(JsonPointer pointer) {
        if (pointer.matches()) {
            return "the document";
        }
        String key = pointer.last().getMatchingProperty();
        return pointer.last().getMatchingIndex() < 0 ? key : "an entry of " + label(pointer.head());
    }

    private static String found(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isEmpty() ? "empty" : value.isObject() ? "a mapping" : "a list";
        }
        if (value.isNull() || value.isTextual() && value.textValue().isBlank()) {
            return "empty";
        }
        String text = value.asText().strip();
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
        return value.isTextual() ? "'" + shown + "'" : shown;
    }

    private static String oneOf(JsonNode allowed, Located at) {
        List<String> words = new ArrayList<>();
        allowed.forEach(word -> words.add(word.asText()));
        String last = words.get(words.size() - 1);
        String near = at.text()
                .flatMap(word -> Suggestion.nearest(word, words))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
        String others = words.size() == 1 ? "" : String.join(", ", words.subList(0, words.size() - 1)) + " or ";
        return "; it must be " + others + last + near;
    }

    private JsonNode property(JsonNode rule, String key) {
        return resolved(rule.path("properties").path(key));
    }

    /** A reference within the schema stands for what it points to; an expectation beside it is the nearer one. */
    private JsonNode resolved(JsonNode rule) {
        return rule.has("$ref") && !rule.has(SchemaCheck.EXPECTATION)
                ? schema.at(rule.get("$ref").asText().substring(1))
                : rule;
    }

    private static String expectation(JsonNode rule) {
        return rule.path(SchemaCheck.EXPECTATION).asText("must be given");
    }

    private static String expectation(JsonNode rule, ValidationMessage message) {
        return rule.path(SchemaCheck.EXPECTATION).asText(message.getMessage().replaceFirst("^[^:]*: ", ""));
    }
}

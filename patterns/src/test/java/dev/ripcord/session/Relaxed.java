package dev.ripcord.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** JSON without the quotes, so that a test line stays readable: {@code {ref: obj_1288, tries: 3}}. */
final class Relaxed {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Relaxed() {}

    static JsonNode value(String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException notRelaxedJson) {
            throw new IllegalArgumentException("not JSON, nor JSON without quotes: " + text, notRelaxedJson);
        }
    }

    static ObjectNode object(String text) {
        if (value(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("an object such as {ref: obj_1288} belongs here, found: " + text);
    }
}

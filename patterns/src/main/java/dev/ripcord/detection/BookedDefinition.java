package dev.ripcord.detection;

import dev.ripcord.halt.ScopeKind;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Problem;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.Reading;
import java.io.IOException;
import java.util.Map;

/**
 * A definition that can be activated.
 *
 * @param record that it came with
 */
record BookedDefinition(PatternRecord record, Definition definition, Clauses clauses) {

    static BookedDefinition of(PatternRecord record) throws Refusal {
        Definition definition = read(record.key(), published(record));
        if (!definition.key().equals(record.key())) {
            throw new Refusal("the key is " + record.key() + ", but what the definition says has the key "
                    + definition.key() + "; publish it with ripcord patterns publish");
        }
        if (definition.scope() != ScopeKind.SESSION) {
            throw new Refusal("scope is " + definition.scope() + "; this version detects in sessions only");
        }
        BookedDefinition booked = new BookedDefinition(record, definition, Clauses.of(definition));
        // What shapes it may still change, but a definition that cannot even run as it is written is refused at once.
        Compilable.check(booked, definition.parameters(Map.of()));
        return booked;
    }

    private static PublishedDefinition published(PatternRecord record) throws Refusal {
        try {
            PublishedDefinition published = Json.read(record.value(), PublishedDefinition.class);
            if (published.schemaVersion() != PublishedDefinition.SCHEMA_VERSION || published.yaml() == null) {
                throw new Refusal("schema_version is " + published.schemaVersion() + " and yaml is "
                        + (published.yaml() == null ? "missing" : "there") + "; they must be "
                        + PublishedDefinition.SCHEMA_VERSION + " and the definition's text");
            }
            return published;
        } catch (IOException notJson) {
            throw new Refusal("not a published definition: " + Refusal.line(notJson));
        }
    }

    private static Definition read(String key, PublishedDefinition published) throws Refusal {
        Reading reading = DefinitionReader.read(key, published.yaml());
        if (!reading.problems().isEmpty()) {
            throw new Refusal(reading.problems().stream().map(Problem::render).toList());
        }
        if (reading.definitions().size() != 1) {
            throw new Refusal("the text holds " + reading.definitions().size() + " definitions; it must hold one");
        }
        return reading.definitions().get(0);
    }
}

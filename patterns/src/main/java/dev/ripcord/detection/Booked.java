package dev.ripcord.detection;

import dev.ripcord.json.Json;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Problem;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.pattern.Reading;
import dev.ripcord.pattern.ToolProfile;
import java.io.IOException;

/** A document that was published, and can be activated. */
sealed interface Booked permits BookedDefinition, BookedTools {
    /** @return the record that it came with */
    PatternRecord record();

    Document document();

    /** @return by which tenants what it says differs */
    TenantLists tenants();

    static Booked of(PatternRecord record) throws Refusal {
        Document document = read(record.key(), published(record));
        if (!document.key().equals(record.key())) {
            throw new Refusal("the key is " + record.key() + ", but what the definition says has the key "
                    + document.key() + "; publish it with ripcord patterns publish");
        }
        return document instanceof Definition definition
                ? BookedDefinition.of(record, definition)
                : new BookedTools(record, (ToolProfile) document);
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

    private static Document read(String key, PublishedDefinition published) throws Refusal {
        Reading reading = DefinitionReader.read(key, published.yaml());
        if (!reading.problems().isEmpty()) {
            throw new Refusal(reading.problems().stream().map(Problem::render).toList());
        }
        if (reading.documents().size() != 1) {
            throw new Refusal("the text holds " + reading.documents().size() + " definitions; it must hold one");
        }
        return reading.documents().get(0);
    }
}

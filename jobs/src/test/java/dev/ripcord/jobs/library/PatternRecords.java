package dev.ripcord.jobs.library;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import java.util.List;
import java.util.Map;

/** Records of {@code ripcord.patterns}, as they lie there. */
public final class PatternRecords {
    private PatternRecords() {}

    /** @return the document at the offset and its activation behind it, in force from the Kafka time */
    public static List<PatternRecord> enforced(Document document, long offset, long from) {
        return List.of(
                new PatternRecord(document.key(), Json.bytes(PublishedDefinition.of(document, "test")), from, offset),
                activated(document, Map.of(), offset + 1, from));
    }

    /** @return an activation at the offset, in force from the Kafka time */
    public static PatternRecord activated(Document document, Map<String, Object> parameters, long offset, long from) {
        Activation activation = new Activation(
                Activation.SCHEMA_VERSION,
                document.id(),
                document.hash(),
                Mode.ENFORCE,
                parameters,
                from,
                "test",
                null);
        return new PatternRecord(document.id(), Json.bytes(activation), from, offset);
    }
}

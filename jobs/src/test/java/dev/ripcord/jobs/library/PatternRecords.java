package dev.ripcord.jobs.library;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import java.util.List;
import java.util.Map;

/** Records of {@code ripcord.patterns}, as they lie there. */
public final class PatternRecords {
    private PatternRecords() {}

    /** @return the definition at the offset and its activation behind it, in force from the Kafka time */
    public static List<PatternRecord> enforced(Definition definition, long offset, long from) {
        return List.of(
                new PatternRecord(
                        definition.key(), Json.bytes(PublishedDefinition.of(definition, "test")), from, offset),
                new PatternRecord(definition.id(), Json.bytes(activation(definition, from)), from, offset + 1));
    }

    private static Activation activation(Definition definition, long from) {
        return new Activation(
                Activation.SCHEMA_VERSION,
                definition.id(),
                definition.hash(),
                Mode.ENFORCE,
                Map.of(),
                from,
                "test",
                null);
    }
}

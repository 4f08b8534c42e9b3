package dev.ripcord.deploy.bench.patterns;

import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is looked for. */
public enum BenchPatterns {
    /** Five equal calls, one or two states in turn, three dear steps. */
    FAMILIES,
    /** All that comes with Ripcord. */
    LIBRARY,
    /** The three families again and again, under a hundred names. */
    HUNDRED;

    private static final String ACTOR = "bench";
    private static final int MANY = 100;

    public List<Definition> definitions() {
        return switch (this) {
            case FAMILIES -> read("");
            case LIBRARY -> ShippedLibrary.definitions();
            case HUNDRED -> hundred();
        };
    }

    /** @return the records of {@code ripcord.patterns} that enforce them at any time */
    public List<PatternRecord> records() {
        var records = new ArrayList<PatternRecord>();
        for (Definition definition : definitions()) {
            var published = PublishedDefinition.of(definition, ACTOR);
            records.add(new PatternRecord(published.key(), Json.bytes(published), 0, records.size()));
            records.add(new PatternRecord(definition.id(), Json.bytes(enforced(definition)), 0, records.size()));
        }
        return List.copyOf(records);
    }

    private static Activation enforced(Definition definition) {
        return new Activation(
                Activation.SCHEMA_VERSION,
                definition.id(),
                definition.hash(),
                Mode.ENFORCE,
                Map.of(),
                Long.MIN_VALUE,
                ACTOR,
                null);
    }

    private static List<Definition> hundred() {
        var definitions = new ArrayList<Definition>();
        for (int copy = 0; definitions.size() < MANY; copy++) {
            definitions.addAll(read("-" + copy));
        }
        return definitions.subList(0, MANY);
    }

    private static List<Definition> read(String suffix) {
        var reading = DefinitionReader.read("families.yaml", text().replaceAll("(?m)^id: .*$", "$0" + suffix));
        if (!reading.problems().isEmpty()) {
            throw new IllegalStateException(reading.problems().get(0).render());
        }
        return reading.definitions();
    }

    private static String text() {
        try (var in = BenchPatterns.class.getResourceAsStream("families.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

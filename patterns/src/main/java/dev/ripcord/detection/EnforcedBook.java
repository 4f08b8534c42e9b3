package dev.ripcord.detection;

import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.signal.PatternStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a book as the topic would, so that a trial takes the way that the job takes. */
final class EnforcedBook {
    private static final String ACTOR = "trial";

    private EnforcedBook() {}

    static PatternBook of(List<? extends Document> documents, Map<String, Object> parameters) {
        PatternBook book = new PatternBook();
        List<String> refused = new ArrayList<>();
        long offset = 0;
        for (Document document : documents) {
            PublishedDefinition published = PublishedDefinition.of(document, ACTOR);
            refused.addAll(apply(book, new PatternRecord(published.key(), Json.bytes(published), 0, offset++)));
            Activation activation = new Activation(
                    Activation.SCHEMA_VERSION,
                    document.id(),
                    document.hash(),
                    Mode.ENFORCE,
                    document instanceof Definition ? parameters : Map.of(),
                    Long.MIN_VALUE,
                    ACTOR,
                    null);
            refused.addAll(apply(book, new PatternRecord(document.id(), Json.bytes(activation), 0, offset++)));
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refused));
        }
        return book;
    }

    private static List<String> apply(PatternBook book, PatternRecord record) {
        return book.apply(record).stream()
                .filter(status -> status.status() == PatternStatus.Status.REFUSED)
                .flatMap(status -> status.problems().stream().map(problem -> record.key() + ": " + problem))
                .toList();
    }
}

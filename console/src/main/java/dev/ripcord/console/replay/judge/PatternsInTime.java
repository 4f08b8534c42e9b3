package dev.ripcord.console.replay.judge;

import dev.ripcord.detection.ActivePatterns;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import java.util.List;
import java.util.Optional;

/** Which definitions a session is judged by, at each time of its history. */
public interface PatternsInTime {
    /** @param kafkaTime milliseconds since the epoch; that of the next call is mostly later */
    ActivePatterns at(String tenant, long kafkaTime);

    /** @param key {@code id@hash} */
    Optional<Definition> definition(String key);

    /**
     * As if all of them had always been enforced.
     *
     * @throws IllegalArgumentException where one cannot be
     */
    static PatternsInTime enforced(List<? extends Document> documents) {
        PatternBook book = PatternBook.enforcing(documents);
        return new PatternsInTime() {
            @Override
            public ActivePatterns at(String tenant, long kafkaTime) {
                return book.at(tenant, kafkaTime);
            }

            @Override
            public Optional<Definition> definition(String key) {
                return Document.definitions(documents).stream()
                        .filter(definition -> definition.key().equals(key))
                        .findFirst();
            }
        };
    }
}

package dev.ripcord.console.replay.judge;

import dev.ripcord.detection.ActivePatterns;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.pattern.Definition;
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
    static PatternsInTime enforced(List<Definition> definitions) {
        PatternBook book = PatternBook.enforcing(definitions);
        return new PatternsInTime() {
            @Override
            public ActivePatterns at(String tenant, long kafkaTime) {
                return book.at(tenant, kafkaTime);
            }

            @Override
            public Optional<Definition> definition(String key) {
                return definitions.stream()
                        .filter(definition -> definition.key().equals(key))
                        .findFirst();
            }
        };
    }
}

package dev.ripcord.signal;

import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Objects;

/**
 * A record of {@code agent.events} that is no event, for {@code agent.events.dead}.
 *
 * @param schemaVersion 1
 * @param reasons every one found: the key, what stood there, what would be right
 * @param size of the record's value in bytes
 * @param sha256 of the value, hexadecimal
 * @param content the value's first bytes, Base64; null unless content is to be kept
 */
public record DeadLetter(
        int schemaVersion,
        List<String> reasons,
        Position position,
        long kafkaTime,
        int size,
        String sha256,
        String content) {
    public static final int SCHEMA_VERSION = 1;

    public DeadLetter {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(sha256, "sha256");
        reasons = List.copyOf(reasons);
    }
}

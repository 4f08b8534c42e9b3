package dev.ripcord.detection;

import java.util.List;
import java.util.Optional;

/**
 * The patterns in force for a tenant during some Kafka time.
 *
 * @param inOrder by the ids of their definitions
 * @param from first Kafka time that it counts for
 * @param until first Kafka time that it does not count for any more
 */
public record ActivePatterns(List<ActivePattern> inOrder, long from, long until) {
    public static final ActivePatterns NONE = new ActivePatterns(List.of(), Long.MIN_VALUE, Long.MAX_VALUE);

    public ActivePatterns {
        inOrder = List.copyOf(inOrder);
    }

    boolean covers(long kafkaTime) {
        return from <= kafkaTime && kafkaTime < until;
    }

    Optional<ActivePattern> withKey(String definitionKey) {
        return inOrder.stream()
                .filter(pattern -> pattern.key().equals(definitionKey))
                .findFirst();
    }
}

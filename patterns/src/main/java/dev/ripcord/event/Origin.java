package dev.ripcord.event;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where an event says that it comes from: what identifies it, and what stands above its session.
 *
 * @param sequence the producer's own count within the session, where it keeps one
 */
public record Origin(
        Optional<String> eventId,
        OptionalLong sequence,
        Optional<String> parentSession,
        Optional<String> rootSession,
        Optional<String> parentAgent,
        Optional<String> traceId,
        Optional<String> spanId,
        Optional<String> schemaVersion) {

    public static final Origin NONE = new Origin(
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}

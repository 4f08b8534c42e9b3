package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ripcord.event.Origin;

/**
 * Where an event says that it comes from; null where it does not say.
 *
 * @param sequence the producer's own count
 * @param traceId what the ordinary trace of the same work is found by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryOrigin(
        String eventId,
        Long sequence,
        String parentSessionId,
        String rootSessionId,
        String parentAgentId,
        String traceId,
        String spanId) {
    public static EntryOrigin of(Origin origin) {
        return new EntryOrigin(
                origin.eventId().orElse(null),
                origin.sequence().isPresent() ? origin.sequence().getAsLong() : null,
                origin.parentSession().orElse(null),
                origin.rootSession().orElse(null),
                origin.parentAgent().orElse(null),
                origin.traceId().orElse(null),
                origin.spanId().orElse(null));
    }
}

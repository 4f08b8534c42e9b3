package dev.ripcord.console.acks;

import java.util.List;

/**
 * How far a halt got. Times are the broker's, milliseconds since the epoch, and those of the first session that said
 * so; null where none did.
 *
 * @param received how many sessions said so
 * @param first what the first sessions said, one by one
 */
public record Acknowledged(
        Long receivedAt,
        Long stoppedAt,
        Long refusedAt,
        int received,
        int stopped,
        int refused,
        List<SessionAck> first) {
    static final Acknowledged NOTHING = new Acknowledged(null, null, null, 0, 0, 0, List.of());
}

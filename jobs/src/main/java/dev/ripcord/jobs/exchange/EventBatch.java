package dev.ripcord.jobs.exchange;

import dev.ripcord.topic.SessionKey;
import java.util.Objects;

/**
 * Events on their way to the subtask that keeps their sessions, in the order in which they came. To Flink they are one
 * record, so that what it does for each record it does once for all of them.
 *
 * @param session of the first event; the other events' sessions belong to the same subtask
 * @param bytes begin with the events, one after the other as {@link dev.ripcord.fact.DigestedEventCodec} writes them.
 *     Whoever made the batch may use them again once it was handed on
 * @param length of the events, in bytes
 */
public record EventBatch(SessionKey session, byte[] bytes, int length) {
    public EventBatch {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(bytes, "bytes");
    }
}

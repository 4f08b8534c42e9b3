package dev.ripcord.detection;

import dev.ripcord.topic.SessionKey;

/** When sessions were released: what was found in them before then counts no more. */
@FunctionalInterface
public interface Releases {
    /** Earlier than any Kafka time. */
    long NEVER = Long.MIN_VALUE;

    Releases NONE = (session, root, kafkaTime) -> NEVER;

    /**
     * @param root of the session's lineage, of the session's tenant; the session itself where nothing is above it
     * @return the Kafka time that the latest release counts from, of the session or of its lineage, that counts at
     *     {@code kafkaTime}; {@link #NEVER} where there is none
     */
    long latest(SessionKey session, String root, long kafkaTime);

    /** @return whether there is no release of anything: then nobody need ask */
    default boolean isEmpty() {
        return this == NONE;
    }
}

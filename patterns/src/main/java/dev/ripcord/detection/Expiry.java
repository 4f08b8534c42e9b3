package dev.ripcord.detection;

/**
 * From when on nothing of a session counts any more.
 *
 * @param partition that its latest event lies in
 * @param overAfter Kafka time that an event of this partition must have passed
 */
public record Expiry(int partition, long overAfter) {}

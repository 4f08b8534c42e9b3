package dev.ripcord.jobs.decide;

/**
 * A record of {@code ripcord.acks}, as it stands there.
 *
 * @param value JSON of an acknowledgement; null where it has none
 * @param kafkaTime the broker's append time, milliseconds since the epoch
 */
public record AcknowledgementRecord(String key, byte[] value, long kafkaTime, long offset) {}

package dev.ripcord.console.replay.judge;

import dev.ripcord.halt.HaltRecord;

/**
 * A record of {@code ripcord.halts} with its place and time.
 *
 * @param kafkaTime milliseconds since the epoch
 */
public record HaltWord(HaltRecord record, long kafkaTime, long offset) {}

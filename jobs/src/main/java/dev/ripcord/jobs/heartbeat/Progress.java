package dev.ripcord.jobs.heartbeat;

import dev.ripcord.event.Position;

/** The latest event of a partition that was handed to detection. */
public record Progress(Position position, long kafkaTime) {}

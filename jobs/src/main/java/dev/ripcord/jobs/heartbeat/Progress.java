package dev.ripcord.jobs.heartbeat;

import dev.ripcord.topic.Position;

/** The latest event of a partition that was handed to detection. */
public record Progress(Position position, long kafkaTime) {}

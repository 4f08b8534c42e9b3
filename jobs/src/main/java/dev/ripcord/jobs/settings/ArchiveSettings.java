package dev.ripcord.jobs.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What ArchiveJob was told, checked.
 *
 * @param root the folder of the archive
 * @param buckets over how many folders a day's sessions are spread
 * @param checkpointInterval how often files are finished
 * @param checkpointDirectory URI of durable storage; empty where that is left to the cluster's configuration
 */
public record ArchiveSettings(
        KafkaSettings kafka,
        URI root,
        int buckets,
        Duration checkpointInterval,
        Optional<String> checkpointDirectory) {}

package dev.ripcord.deploy.submit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is to run on a cluster.
 *
 * @param settings passed to the job as {@code --KEY VALUE}, in this order
 * @param parallelism where it is not given, the cluster's
 * @param savepoint to go on from
 * @param runningWithin how long the job may take until it runs
 */
public record SubmissionRequest(
        Path jar,
        String entryClass,
        Map<String, String> settings,
        Optional<Integer> parallelism,
        Optional<String> savepoint,
        Duration runningWithin) {}

package dev.ripcord.jobs;

import dev.ripcord.jobs.settings.GuardOptions;
import dev.ripcord.jobs.settings.GuardOptions.StateBackend;
import dev.ripcord.jobs.settings.GuardSettings;
import dev.ripcord.jobs.settings.GuardSettings.CheckpointSettings;
import dev.ripcord.jobs.settings.RocksdbSettings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How Flink runs the guard. A setting of ours wins over the cluster's configuration, and that over our defaults. */
final class GuardRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(GuardRuntime.class);
    /** A guard that failed is back soon: Flink's own bound is a minute, and an agent goes on meanwhile. */
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private GuardRuntime() {}

    static void configure(StreamExecutionEnvironment environment, GuardSettings settings) {
        ReadableConfig cluster = environment.getConfiguration();
        CheckpointSettings checkpoints = settings.checkpoints();
        Configuration chosen = RocksdbSettings.unsetIn(cluster);
        // Events wait where they are gathered. Of all else there is little, and it goes at once: no thread of Flink's
        // wakes up a thousand times a second in each subtask to see whether something waits.
        chosen.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ZERO);
        // Safe: our records never change once made, but for the bytes of events off the exchange, and these are judged
        // before the next ones are read. A session's state leaves its operator as bytes only.
        chosen.set(PipelineOptions.OBJECT_REUSE, true);
        chosen.set(PipelineOptions.GENERIC_TYPES, false);
        // Unchained, what lies before the exchange could get parallelisms of its own, and lose a session's order.
        chosen.set(PipelineOptions.OPERATOR_CHAINING, true);
        if (checkpoints.backend().isPresent() || isUnset(cluster, StateBackendOptions.STATE_BACKEND)) {
            StateBackend backend = checkpoints.backend().orElse(StateBackend.ROCKSDB);
            chosen.set(StateBackendOptions.STATE_BACKEND, name(backend));
            chosen.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, backend == StateBackend.ROCKSDB);
        }
        if (checkpoints.interval().isPresent() || isUnset(cluster, CheckpointingOptions.CHECKPOINTING_INTERVAL)) {
            chosen.set(
                    CheckpointingOptions.CHECKPOINTING_INTERVAL,
                    checkpoints.interval().orElse(CHECKPOINT_INTERVAL));
        }
        if (isUnset(cluster, CheckpointingOptions.TOLERABLE_FAILURE_NUMBER)) {
            // A store that is away delays recovery points; it is no reason to stop guarding. To begin anew would need
            // the store that is away.
            chosen.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        }
        if (isUnset(cluster, RestartStrategyOptions.RESTART_STRATEGY)
                && isUnset(cluster, RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF)
                && isUnset(cluster, RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF)) {
            chosen.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
            chosen.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF);
        }
        if (isUnset(cluster, CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION)) {
            chosen.set(
                    CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                    ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        }
        if (checkpoints.directory().isEmpty()
                && isUnset(cluster, CheckpointingOptions.CHECKPOINTS_DIRECTORY)
                && isUnset(cluster, CheckpointingOptions.CHECKPOINT_STORAGE)) {
            LOG.warn(
                    "No directory for checkpoints is set: sessions do not survive the JobManager, and only small state"
                            + " fits. Set {}.",
                    GuardOptions.CHECKPOINT_DIRECTORY.key());
        }
        checkpoints.directory().ifPresent(uri -> {
            chosen.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            chosen.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri);
        });
        environment.configure(chosen);
    }

    private static boolean isUnset(ReadableConfig cluster, ConfigOption<?> option) {
        return cluster.getOptional(option).isEmpty();
    }

    private static String name(StateBackend backend) {
        return switch (backend) {
            case ROCKSDB -> "rocksdb";
            case HASHMAP -> "hashmap";
        };
    }
}

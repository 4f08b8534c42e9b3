package dev.ripcord.deploy.bench.engine;

import dev.ripcord.jobs.settings.RocksdbSettings;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** What Flink is told: as GuardJob tells it, and the same for every engine. */
public final class JobSettings {
    /** RocksDB's memory: that of a small TaskManager. */
    private static final String MANAGED = "512m";

    /** A machine that is busy with something else for a minute makes a measurement bad, not a failure. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** How GuardJob sends events on. */
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(1);

    private JobSettings() {}

    /** One job at a time, which has all of the memory. */
    public static Configuration ofCluster() {
        var settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse(MANAGED));
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, 1);
        settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, PATIENCE);
        settings.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, PATIENCE);
        OperatorCounts.reportOn(settings);
        return settings;
    }

    /** @param checkpoints time between them; empty for none */
    public static Configuration ofJob(Backend backend, Optional<Duration> checkpoints, StateFiles files) {
        var settings = RocksdbSettings.unsetIn(new Configuration());
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(StateBackendOptions.STATE_BACKEND, backend.flinkName());
        // A job that fails is no measurement, and must not go on as if nothing had been.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(RocksDBOptions.LOCAL_DIRECTORIES, files.rocksdb().toString());
        checkpoints.ifPresent(interval -> {
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
            settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, backend == Backend.ROCKSDB);
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    files.checkpoints().toUri().toString());
        });
        return settings;
    }
}

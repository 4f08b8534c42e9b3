package dev.ripcord.deploy.bench.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * What Flink is told: as GuardJob tells it, and the same for every engine.
 *
 * @param directory for checkpoints
 */
record JobSettings(Path directory) {
    /** RocksDB's memory: that of a small TaskManager. */
    private static final String MANAGED = "512m";

    /** How GuardJob sends events on. */
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(1);

    static Configuration ofCluster() {
        var settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse(MANAGED));
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, 1);
        OperatorCounts.reportOn(settings);
        return settings;
    }

    Configuration of(Variant variant) {
        var settings = new Configuration();
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(StateBackendOptions.STATE_BACKEND, variant.backend().flinkName());
        variant.checkpoints().ifPresent(interval -> {
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
            settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, variant.backend() == Backend.ROCKSDB);
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
        });
        return settings;
    }
}

package dev.ripcord.jobs;

import dev.ripcord.jobs.settings.ArchiveSettings;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How Flink runs the archive: its state is where it has read to and which files it has finished. */
final class ArchiveRuntime {
    /** A store that is away for hours delays files; nothing is lost while Kafka keeps the records. */
    private static final int TOLERATED_CHECKPOINT_FAILURES = 100;

    private ArchiveRuntime() {}

    static void configure(StreamExecutionEnvironment environment, ArchiveSettings settings) {
        Configuration chosen = new Configuration();
        // Safe: rows never change once they are on their way.
        chosen.set(PipelineOptions.OBJECT_REUSE, true);
        chosen.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        chosen.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        chosen.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERATED_CHECKPOINT_FAILURES);
        chosen.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        settings.checkpointDirectory().ifPresent(uri -> {
            chosen.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            chosen.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri);
        });
        environment.configure(chosen);
    }
}

package dev.ripcord.deploy.local;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** What Flink is told when it runs inside this JVM. */
final class LocalSettings {
    static final String LOOPBACK = "127.0.0.1";
    static final ConfigOption<Integer> SLOTS = TaskManagerOptions.NUM_TASK_SLOTS;

    private LocalSettings() {}

    /** @param directory for all files that Flink writes unless told otherwise */
    static Configuration of(int webPort, Path directory, Configuration overrides) {
        var settings = new Configuration();
        onThisMachineOnly(settings, webPort);
        atOnce(settings);
        settings.set(CoreOptions.TMP_DIRS, directory.toString());
        settings.set(WebOptions.TMP_DIR, directory.toString());
        settings.set(SLOTS, 4);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        settings.addAll(overrides);
        return settings;
    }

    private static void onThisMachineOnly(Configuration settings, int webPort) {
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_PORT, String.valueOf(webPort));
        settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        // The page shows the jobs; it is not a way to run other people's.
        settings.set(WebOptions.SUBMIT_ENABLE, false);
    }

    /** A record leaves an operator when it is made, and is passed on without a copy. */
    private static void atOnce(Configuration settings) {
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ZERO);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "jobmanager");
    }
}

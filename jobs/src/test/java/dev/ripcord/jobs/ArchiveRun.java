package dev.ripcord.jobs;

import dev.ripcord.jobs.settings.ArchiveSettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.awaitility.Awaitility;

/** ArchiveJob on a cluster of one machine, which can die. */
final class ArchiveRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SLOTS = 3;

    private final MortalCluster cluster = new MortalCluster(SLOTS);
    private final List<String> arguments;
    private JobClient job;

    /** @param root of the archive */
    ArchiveRun(String bootstrapServers, URI root) throws Exception {
        arguments = List.of(
                "--ripcord.kafka.bootstrap-servers",
                bootstrapServers,
                "--ripcord.archive.root",
                root.toString(),
                "--ripcord.checkpoint.interval",
                "500 ms");
    }

    void start(int parallelism, String... more) throws Exception {
        start(new Configuration(), parallelism, more);
    }

    void startFrom(Path savepoint, int parallelism, String... more) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        start(configuration, parallelism, more);
    }

    private void start(Configuration configuration, int parallelism, String... more) throws Exception {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        TestStreamEnvironment environment = new TestStreamEnvironment(cluster.flink(), parallelism);
        environment.configure(configuration);
        ArchiveJob.build(environment, ArchiveSettingsReader.read(all.toArray(String[]::new)));
        job = environment.executeAsync(ArchiveJob.NAME);
        Awaitility.await().atMost(PATIENCE).until(() -> allRunAtAttempt(0));
    }

    /** Without a word to anybody. */
    void killTaskManager() throws Exception {
        cluster.kill();
        Awaitility.await().atMost(PATIENCE).until(() -> allRunAtAttempt(1));
    }

    private boolean allRunAtAttempt(int attempt) throws Exception {
        return cluster.flink().getArchivedExecutionGraph(job.getJobID()).get().getAllVertices().values().stream()
                .flatMap(vertex -> Arrays.stream(vertex.getTaskVertices()))
                .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING
                        && task.getCurrentExecutionAttempt().getAttemptNumber() >= attempt);
    }

    Path stopWithSavepoint(Path directory) throws Exception {
        return Path.of(
                URI.create(job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                        .get()));
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}

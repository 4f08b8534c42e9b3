package dev.ripcord.jobs;

import dev.ripcord.jobs.settings.SettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsCounts;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.awaitility.Awaitility;

/** GuardJob on a real Flink cluster in this JVM: two subtasks unless told otherwise, so that events and signals cross. */
final class GuardRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SLOTS = 3;

    private final MiniCluster cluster;
    private final String bootstrapServers;
    private int parallelism = 2;
    private JobClient job;

    private GuardRun(MiniCluster cluster, String bootstrapServers) {
        this.cluster = cluster;
        this.bootstrapServers = bootstrapServers;
    }

    static GuardRun cluster(String bootstrapServers) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_PORT, "0");
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        cluster.start();
        return new GuardRun(cluster, bootstrapServers);
    }

    /** Of the runs to come. */
    GuardRun at(int subtasks) {
        parallelism = subtasks;
        return this;
    }

    /** @param more settings besides Kafka's, as on the command line */
    GuardRun start(String... more) throws Exception {
        return start(new Configuration(), more);
    }

    GuardRun startFrom(Path savepoint, String... more) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        return start(configuration, more);
    }

    private GuardRun start(Configuration configuration, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--ripcord.kafka.bootstrap-servers");
        arguments.add(bootstrapServers);
        TestStreamEnvironment environment = new TestStreamEnvironment(cluster, parallelism);
        environment.configure(configuration);
        GuardJob.build(environment, SettingsReader.read(arguments.toArray(String[]::new)));
        job = environment.executeAsync(GuardJob.NAME);
        Awaitility.await().atMost(PATIENCE).until(() -> status() == JobStatus.RUNNING && allRun());
        return this;
    }

    /** @return the savepoint, taken between two events, with the job stopped */
    Path stopWithSavepoint(Path directory) throws Exception {
        return stop(directory, false);
    }

    /** @return likewise, after the job was told that the end of time has come */
    Path drain(Path directory) throws Exception {
        return stop(directory, true);
    }

    private Path stop(Path directory, boolean drained) throws Exception {
        // The job runs before its tasks do, and detection first compiles its patterns.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::allRun);
        String path = job.stopWithSavepoint(drained, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        return Path.of(URI.create(path));
    }

    /** Without a word to anybody, as a machine dies; another one takes its place. */
    void killTaskManager() throws Exception {
        long before = restarts();
        cluster.terminateTaskManager(0).get();
        cluster.startTaskManager();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> restarts() > before && status() == JobStatus.RUNNING && allRun());
    }

    private boolean allRun() throws Exception {
        return cluster.getArchivedExecutionGraph(job.getJobID()).get().getAllVertices().values().stream()
                .flatMap(vertex -> Arrays.stream(vertex.getTaskVertices()))
                .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    long completedCheckpoints() throws Exception {
        return checkpoints().getNumberOfCompletedCheckpoints();
    }

    long failedCheckpoints() throws Exception {
        return checkpoints().getNumberOfFailedCheckpoints();
    }

    private CheckpointStatsCounts checkpoints() throws Exception {
        return cluster.getExecutionGraph(job.getJobID())
                .get()
                .getCheckpointStatsSnapshot()
                .getCounts();
    }

    JobStatus status() throws Exception {
        return job.getJobStatus().get();
    }

    /** @return the highest attempt of any task: 0 where nothing was ever restarted */
    long restarts() throws Exception {
        return cluster.getArchivedExecutionGraph(job.getJobID()).get().getAllVertices().values().stream()
                .flatMap(vertex -> Arrays.stream(vertex.getTaskVertices()))
                .mapToLong(task -> task.getCurrentExecutionAttempt().getAttemptNumber())
                .max()
                .orElseThrow();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}

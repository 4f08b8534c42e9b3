package dev.ripcord.deploy.local;

import dev.ripcord.deploy.outcome.RootCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * Flink in this JVM, with its web page on 127.0.0.1, tuned for one thing: that a match is seen at once.
 *
 * <p>It takes as many jobs as it has slots; they end when it is closed.
 */
public final class LocalFlink implements AutoCloseable {
    /** Instead of a port: any that is free. */
    public static final int FREE_PORT = 0;

    private final Path directory;
    private final MiniCluster cluster;
    private final Configuration jobDefaults;
    private final URI address;
    private int lost;

    private LocalFlink(Path directory, MiniCluster cluster, Configuration jobDefaults) throws Exception {
        this.directory = directory;
        this.cluster = cluster;
        this.jobDefaults = jobDefaults;
        cluster.start();
        this.address = cluster.getRestAddress().get();
    }

    /** Starts Flink with its web page on a free port. */
    public static LocalFlink start() {
        return start(FREE_PORT);
    }

    /** Starts Flink with its web page on the port. */
    public static LocalFlink start(int webPort) {
        return start(webPort, new Configuration());
    }

    /** @param overrides take precedence, for the cluster and for its jobs: parallelism, checkpoints, a state backend */
    public static LocalFlink start(int webPort, Configuration overrides) {
        refuseIfTaken(webPort);
        var directory = temporaryDirectory();
        var settings = LocalSettings.of(webPort, directory, overrides);
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.get(LocalSettings.SLOTS))
                .setCommonBindAddress(LocalSettings.LOOPBACK)
                .build());
        try {
            return new LocalFlink(directory, cluster, settings);
        } catch (Exception failed) {
            cluster.closeAsync();
            FileUtils.deleteDirectoryQuietly(directory.toFile());
            throw new IllegalStateException("Flink did not start: " + RootCause.of(failed), failed);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("ripcord-flink-");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make a temporary directory for Flink", failed);
        }
    }

    /** Said here in fewer words than Flink has for it. */
    private static void refuseIfTaken(int webPort) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(LocalSettings.LOOPBACK, webPort));
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Flink did not start: port " + webPort + " of " + LocalSettings.LOOPBACK + " is not free ("
                            + taken.getMessage() + "); choose another port",
                    taken);
        }
    }

    /** Where its web page and its REST API are. */
    public URI address() {
        return address;
    }

    /** What a job is built on and, with {@code executeAsync}, started on. */
    public StreamExecutionEnvironment environment() {
        return new LocalEnvironment(cluster, jobDefaults);
    }

    /** Starts the job that the topology builds; returns when all its tasks are running. */
    public JobClient run(String name, Consumer<StreamExecutionEnvironment> topology) {
        return run(environment -> {
            topology.accept(environment);
            return environment.executeAsync(name);
        });
    }

    /** Starts the job; returns when all its tasks are running. */
    public JobClient run(JobStart start) {
        try {
            var job = start.on(environment());
            new TaskWatch(cluster, job).awaitRunning();
            return job;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the job was starting", interrupted);
        } catch (Exception failed) {
            throw new IllegalStateException("the job did not start: " + RootCause.of(failed), failed);
        }
    }

    /** Takes a checkpoint of the job now, and returns when it is complete. */
    public void checkpoint(JobClient job) throws ExecutionException, InterruptedException {
        cluster.triggerCheckpoint(job.getJobID()).get();
    }

    /** @return of the latest checkpoint of the job, how long it took and how large it was; empty before the first */
    public Optional<AbstractCheckpointStats> latestCheckpoint(JobClient job)
            throws ExecutionException, InterruptedException {
        var graph = cluster.getExecutionGraph(job.getJobID()).get();
        return Optional.ofNullable(graph.getCheckpointStatsSnapshot())
                .map(stats -> stats.getHistory().getLatestCompletedCheckpoint());
    }

    /**
     * Ends the TaskManager, as if its process were gone, and starts another: what ran there fails, and goes on from its
     * latest checkpoint.
     */
    public void loseTaskManager() throws Exception {
        cluster.terminateTaskManager(lost++).get();
        cluster.startTaskManager();
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Flink did not stop: " + RootCause.of(failed), failed);
        } finally {
            FileUtils.deleteDirectoryQuietly(directory.toFile());
        }
    }

    /** Builds a job on an environment and starts it there. */
    @FunctionalInterface
    public interface JobStart {
        JobClient on(StreamExecutionEnvironment environment) throws Exception;
    }
}

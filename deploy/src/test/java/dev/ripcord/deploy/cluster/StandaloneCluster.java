package dev.ripcord.deploy.cluster;

import dev.ripcord.deploy.submit.ClusterFacts;
import dev.ripcord.deploy.submit.Deadline;
import dev.ripcord.deploy.submit.FlinkCluster;
import dev.ripcord.deploy.submit.RestFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A Flink cluster as operators run it: a JobManager and TaskManagers, each a process of its own, all on 127.0.0.1.
 *
 * <p>Unlike Flink in one JVM it has class loaders, a network and processes that can be killed between its parts.
 */
public final class StandaloneCluster implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);

    private final ClusterDirectory directory;
    private final FlinkCluster rest;
    private final FlinkProcess jobManager;
    private final Deque<FlinkProcess> taskManagers = new ArrayDeque<>();

    private StandaloneCluster(ClusterDirectory directory, FlinkProcess jobManager) {
        this.directory = directory;
        this.rest = new FlinkCluster(directory.address());
        this.jobManager = jobManager;
    }

    /**
     * Starts a JobManager and one TaskManager.
     *
     * @param lib Flink's jars
     * @param directory for configuration, logs and temporary files; its owner removes it
     * @param settings of Flink, over those that make it small and local
     */
    public static StandaloneCluster start(Path lib, Path directory, Map<String, String> settings)
            throws IOException, InterruptedException {
        var prepared = ClusterDirectory.prepare(lib, directory, settings);
        var cluster = new StandaloneCluster(prepared, FlinkProcess.jobManager(prepared));
        try {
            cluster.startTaskManager();
            return cluster;
        } catch (Exception failed) {
            cluster.close();
            throw failed;
        }
    }

    /** Where its web page and its REST API are. */
    public URI address() {
        return directory.address();
    }

    /** Returns when the cluster knows of it. */
    public void startTaskManager() throws IOException, InterruptedException {
        var number = taskManagers.size() + 1;
        taskManagers.push(FlinkProcess.taskManager(directory, number));
        await("TaskManager " + number, facts -> facts.taskManagers() >= number);
    }

    /** Kills the one that was started last, as a machine that loses power would. */
    public void killTaskManager() {
        taskManagers.pop().kill();
    }

    /** What the cluster says about itself. */
    public ClusterFacts facts() throws RestFailure, InterruptedException {
        return rest.facts();
    }

    private void await(String what, Predicate<ClusterFacts> wanted) throws InterruptedException {
        var deadline = Deadline.in(UP_WITHIN);
        while (!isSo(wanted)) {
            if (deadline.hasPassed() || !allAlive()) {
                throw new IllegalStateException(what + " did not come up; see " + directory.logs());
            }
            deadline.pause();
        }
    }

    private boolean isSo(Predicate<ClusterFacts> wanted) throws InterruptedException {
        try {
            return wanted.test(facts());
        } catch (RestFailure notYet) {
            return false;
        }
    }

    private boolean allAlive() {
        return jobManager.isAlive() && taskManagers.stream().allMatch(FlinkProcess::isAlive);
    }

    @Override
    public void close() {
        taskManagers.forEach(FlinkProcess::stop);
        jobManager.stop();
    }
}

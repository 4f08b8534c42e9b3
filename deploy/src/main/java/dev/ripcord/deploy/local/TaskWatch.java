package dev.ripcord.deploy.local;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * Waits until a job's tasks run: Flink calls a job RUNNING before they do, and only then are all operators open.
 *
 * <p>A job that fails on its way there is cancelled, also where a restart strategy would try for ever.
 */
final class TaskWatch {
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final MiniCluster cluster;
    private final JobClient job;

    TaskWatch(MiniCluster cluster, JobClient job) {
        this.cluster = cluster;
        this.job = job;
    }

    /** Throws what the job failed with. A job that has finished already counts as one that ran. */
    void awaitRunning() throws Exception {
        var graph = look();
        while (!graph.getState().isGloballyTerminalState() && !runs(graph)) {
            cancelIfFailed(graph);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            graph = look();
        }
        if (graph.getState().isGloballyTerminalState()) {
            job.getJobExecutionResult().get();
        }
    }

    private AccessExecutionGraph look() throws Exception {
        return cluster.getExecutionGraph(job.getJobID()).get();
    }

    private static boolean runs(AccessExecutionGraph graph) {
        for (var task : graph.getAllExecutionVertices()) {
            var state = task.getExecutionState();
            if (state != ExecutionState.RUNNING && state != ExecutionState.FINISHED) {
                return false;
            }
        }
        return graph.getState() == JobStatus.RUNNING;
    }

    private void cancelIfFailed(AccessExecutionGraph graph) throws Exception {
        for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
            var failure = task.getFailureInfo();
            if (failure.isPresent()) {
                job.cancel().get();
                throw new IllegalStateException(
                        task.getTaskNameWithSubtaskIndex(),
                        failure.get().getException().deserializeError(getClass().getClassLoader()));
            }
        }
    }
}

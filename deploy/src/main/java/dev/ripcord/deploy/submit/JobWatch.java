package dev.ripcord.deploy.submit;

import java.time.Duration;
import java.util.function.Consumer;

/** Waits for a job on a cluster until all its tasks run, and tells of each failure on the way. */
final class JobWatch {
    private final FlinkCluster cluster;
    private final String jobId;
    private final Consumer<String> progress;
    private String lastFailure = "";

    JobWatch(FlinkCluster cluster, String jobId, Consumer<String> progress) {
        this.cluster = cluster;
        this.jobId = jobId;
        this.progress = progress;
    }

    /** A job that does not get there is cancelled; a restart strategy would go on trying unseen. */
    JobLook awaitRunning(Duration within) throws RestFailure, InterruptedException {
        var deadline = Deadline.in(within);
        var look = cluster.look(jobId);
        while (!look.runs()) {
            tellNewFailure();
            if (look.ended()) {
                throw new RestFailure("job " + jobId + " is " + look.state() + because());
            }
            if (deadline.hasPassed()) {
                cluster.cancel(jobId);
                throw new RestFailure("job " + jobId + " did not run within " + within.toSeconds() + " s (it was "
                        + look.state() + ") and was cancelled" + because());
            }
            deadline.pause();
            look = cluster.look(jobId);
        }
        return look;
    }

    /** However long it takes: it is the cluster's to say when it has failed for good. */
    JobLook awaitFinished() throws RestFailure, InterruptedException {
        var pace = Deadline.in(Duration.ZERO);
        var look = cluster.look(jobId);
        while (!look.finished()) {
            tellNewFailure();
            if (look.ended()) {
                throw new RestFailure("job " + jobId + " is " + look.state() + because());
            }
            pace.pause();
            look = cluster.look(jobId);
        }
        return look;
    }

    private void tellNewFailure() throws RestFailure, InterruptedException {
        var failure = cluster.failure(jobId);
        if (!failure.isEmpty() && !failure.equals(lastFailure)) {
            progress.accept("job " + jobId + " failed: " + failure);
            lastFailure = failure;
        }
    }

    private String because() {
        return lastFailure.isEmpty() ? "" : ": " + lastFailure;
    }
}

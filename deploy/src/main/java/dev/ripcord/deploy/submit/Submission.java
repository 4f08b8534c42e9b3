package dev.ripcord.deploy.submit;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brings a job onto a running cluster: checks, uploads, starts, waits until it runs. Leaves nothing behind if not. */
public final class Submission {
    private final FlinkCluster cluster;
    private final Precondition kafka;
    private final Consumer<String> progress;

    /** @param progress is told what happens, a line at a time */
    public Submission(FlinkCluster cluster, Precondition kafka, Consumer<String> progress) {
        this.cluster = cluster;
        this.kafka = kafka;
        this.progress = progress;
    }

    /**
     * @throws Refusal where the job would not run, with all the reasons that can be seen from here
     * @throws RestFailure where it did not run, with the reason that the cluster gives
     */
    public SubmittedJob submit(SubmissionRequest request)
            throws RestFailure, InterruptedException, FileNotFoundException {
        var jobId = begin(request);
        progress.accept("started job " + jobId + ", waiting until it runs");
        var look = new JobWatch(cluster, jobId, progress).awaitRunning(request.runningWithin());
        return new SubmittedJob(jobId, look.state(), cluster.page(jobId));
    }

    /** The same of a bounded job, until it has done its work; however long that takes. */
    public SubmittedJob finish(SubmissionRequest request)
            throws RestFailure, InterruptedException, FileNotFoundException {
        var jobId = begin(request);
        progress.accept("started job " + jobId + ", waiting until it is done: " + cluster.page(jobId));
        var look = new JobWatch(cluster, jobId, progress).awaitFinished();
        return new SubmittedJob(jobId, look.state(), cluster.page(jobId));
    }

    private String begin(SubmissionRequest request) throws RestFailure, InterruptedException, FileNotFoundException {
        var reasons = reasonsAgainst(request);
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons, "nothing was submitted", ExitCode.FAILED);
        }
        progress.accept("uploading " + request.jar().getFileName() + " to " + cluster.address());
        return start(request);
    }

    private List<String> reasonsAgainst(SubmissionRequest request) throws InterruptedException {
        var reasons = new ArrayList<String>();
        for (var precondition : List.of(
                JobJar.holds(request.jar(), request.entryClass()),
                new ClusterCheck(cluster, request.parallelism()),
                kafka)) {
            reasons.addAll(precondition.reasonsAgainst());
        }
        return reasons;
    }

    /** A running job has its own copy of the jar: the upload has done its work in any case. */
    private String start(SubmissionRequest request) throws RestFailure, InterruptedException, FileNotFoundException {
        var jarId = cluster.upload(request.jar());
        try {
            return cluster.run(jarId, request);
        } finally {
            delete(jarId);
        }
    }

    private void delete(String jarId) throws InterruptedException {
        try {
            cluster.delete(jarId);
        } catch (RestFailure failed) {
            progress.accept("the uploaded " + jarId + " is still on the cluster: " + failed.getMessage());
        }
    }
}

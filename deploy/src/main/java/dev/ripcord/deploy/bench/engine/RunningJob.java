package dev.ripcord.deploy.bench.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;

/** A job, looked at from outside. */
public final class RunningJob {
    private static final long LOOK_MILLIS = 5;

    private final JobClient client;
    private final String name;
    private final String operator;

    /**
     * @param name of the job
     * @param operator whose taken records are the job's pace
     */
    public RunningJob(JobClient client, String name, String operator) {
        this.client = client;
        this.name = name;
        this.operator = operator;
    }

    /** @return how many records the operator has taken */
    public long taken() {
        return OperatorCounts.of(name, operator);
    }

    /** Looks again and again until it is so; fails where the job does, or ends before. */
    public void await(BooleanSupplier condition) throws ExecutionException, InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            if (hasEnded() && !condition.getAsBoolean()) {
                awaitEnd();
                throw new IllegalStateException(name + " ended by itself");
            }
        }
    }

    /** Waits until it ends by itself; fails where it does. */
    void awaitEnd() throws ExecutionException, InterruptedException {
        client.getJobExecutionResult().get();
    }

    boolean hasEnded() throws ExecutionException, InterruptedException {
        return client.getJobStatus().get().isGloballyTerminalState();
    }

    /** Ends it, if it has not ended yet. */
    public void cancel() throws ExecutionException, InterruptedException {
        if (!hasEnded()) {
            try {
                client.cancel().get();
            } catch (ExecutionException refused) {
                // It may have ended in between; otherwise the wait below would never end.
                if (!hasEnded()) {
                    throw refused;
                }
            }
        }
        while (!hasEnded()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}

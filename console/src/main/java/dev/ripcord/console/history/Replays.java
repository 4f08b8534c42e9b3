package dev.ripcord.console.history;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs replays, few at once and each for so long only: they share a machine with whoever asks what is halted. */
public final class Replays implements AutoCloseable {
    private final ReplayLimits limits;
    private final ThreadPoolExecutor threads;

    public Replays(ReplayLimits limits) {
        this.limits = limits;
        this.threads = new ThreadPoolExecutor(
                limits.atOnce(),
                limits.atOnce(),
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(Math.max(1, limits.waiting())),
                task -> {
                    Thread thread = new Thread(task, "replay");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Waits for the replay's answer.
     *
     * @throws TooMuch where others are running already, or it takes too long: then it is ended
     */
    public <T> T run(Callable<T> replay) throws TooMuch, ExecutionException, InterruptedException {
        Future<T> running;
        try {
            running = threads.submit(replay);
        } catch (RejectedExecutionException full) {
            throw new TooMuch(limits.atOnce() + " sessions are being replayed and " + limits.waiting()
                    + " wait for it, the most that are; ask again in a moment");
        }
        try {
            return running.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException late) {
            throw new TooMuch("the replay took longer than " + seconds(limits.patience())
                    + " and was ended; ripcord replay has no such limit");
        } finally {
            running.cancel(true);
        }
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

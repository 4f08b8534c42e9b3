package dev.ripcord.client;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks now and then for what changes by time alone, and that runs the agent's callbacks in order. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long BETWEEN_LOOKS_MILLIS = 250;
    private static final long CLOSE_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor thread;
    private volatile Thread running;

    Watch(String session) {
        ClientThreads threads = new ClientThreads("watch", session);
        thread = new ScheduledThreadPoolExecutor(1, work -> running = threads.newThread(work));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
    }

    void regularly(Runnable look) {
        thread.scheduleWithFixedDelay(safe(look), BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Runs the agent's own code: what it throws is logged, and stops nothing. */
    void call(Runnable callback) {
        try {
            thread.execute(safe(callback));
        } catch (RejectedExecutionException closed) {
            LOG.debug("the guard is closed: a callback is not run");
        }
    }

    private static Runnable safe(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.warn("a callback of the agent failed", failed);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
        // A callback may close the guard: it must not wait for itself.
        if (Thread.currentThread() == running) {
            return;
        }
        try {
            if (!thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package dev.ripcord.deploy.bench.soak;

import dev.ripcord.deploy.local.LocalFlink;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Loses the TaskManager again and again, while events go on. */
final class TaskManagerLosses implements AutoCloseable {
    private final LocalFlink flink;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private TaskManagerLosses(LocalFlink flink) {
        this.flink = flink;
    }

    /** @param apart time before the first one, and between them; zero for none */
    static TaskManagerLosses start(LocalFlink flink, Duration apart) {
        var losses = new TaskManagerLosses(flink);
        if (!apart.isZero()) {
            losses.clock.scheduleAtFixedRate(losses::lose, apart.toMillis(), apart.toMillis(), TimeUnit.MILLISECONDS);
        }
        return losses;
    }

    private void lose() {
        try {
            flink.loseTaskManager();
            count.incrementAndGet();
        } catch (Exception failed) {
            failure.compareAndSet(null, failed);
        }
    }

    /** @return how many there were */
    int count() {
        if (failure.get() != null) {
            throw new IllegalStateException("the TaskManager could not be replaced", failure.get());
        }
        return count.get();
    }

    /** Waits for one that is going on. */
    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
}

package dev.ripcord.deploy.serve;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether this process is to end: Ctrl-C, or SIGTERM. It is asked, not thrown: a broker and a producer that are
 * interrupted in the middle of their work complain at length and leave their files behind.
 */
public final class Termination implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndAwait, "termination");

    private Termination() {}

    /** @return watches until it is closed, for which the JVM waits before it ends */
    public static Termination watch() {
        Termination watch = new Termination();
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
    }

    private void askAndAwait() {
        asked.countDown();
        try {
            tidied.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    public void await() throws InterruptedException {
        asked.await();
    }

    /** @return whether it was asked for meanwhile */
    public boolean await(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    /** To be called last of all: then everything is tidy. */
    @Override
    public void close() {
        tidied.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Then it is the hook that made us end.
        }
    }
}

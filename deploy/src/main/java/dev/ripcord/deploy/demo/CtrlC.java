package dev.ripcord.deploy.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the user wants the demo to end. It is asked, not thrown: a broker and a producer that are interrupted in the
 * middle of their work complain at length and leave their files behind.
 */
final class CtrlC implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch pressed = new CountDownLatch(1);
    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::pressAndAwait, "ctrl-c");

    private CtrlC() {}

    /** @return watches until it is closed, for which the JVM waits before it ends */
    static CtrlC watch() {
        CtrlC watch = new CtrlC();
        Runtime.getRuntime().addShutdownHook(watch.hook);
        return watch;
    }

    private void pressAndAwait() {
        pressed.countDown();
        try {
            tidied.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isPressed() {
        return pressed.getCount() == 0;
    }

    void await() throws InterruptedException {
        pressed.await();
    }

    /** @return whether it was pressed meanwhile */
    boolean await(long millis) throws InterruptedException {
        return pressed.await(millis, TimeUnit.MILLISECONDS);
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

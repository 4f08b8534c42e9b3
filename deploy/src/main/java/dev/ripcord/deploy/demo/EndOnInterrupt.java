package dev.ripcord.deploy.demo;

import java.time.Duration;

/** Turns Ctrl-C into an interrupt of one thread, and lets it tidy up before the JVM ends. */
final class EndOnInterrupt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Thread hook;

    private EndOnInterrupt(Thread hook) {
        this.hook = hook;
    }

    static EndOnInterrupt ofThisThread() {
        Thread working = Thread.currentThread();
        Thread hook = new Thread(() -> interruptAndAwait(working), "end-on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return new EndOnInterrupt(hook);
    }

    private static void interruptAndAwait(Thread working) {
        working.interrupt();
        try {
            working.join(PATIENCE.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Then it is the hook that made us end.
        }
    }
}

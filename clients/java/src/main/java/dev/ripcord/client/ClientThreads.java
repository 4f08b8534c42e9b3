package dev.ripcord.client;

import java.util.concurrent.ThreadFactory;

/** Threads of a guard: daemons, so that they keep no agent alive, and named, so that a thread dump tells whose they are. */
record ClientThreads(String role, String session) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, "ripcord-" + role + "-" + session);
        thread.setDaemon(true);
        return thread;
    }
}

package dev.ripcord.client;

import java.util.concurrent.ThreadFactory;

/** Threads of a guard: daemons, so that they keep no agent alive, and named for their session. */
record ClientThreads(String role, String session) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, "ripcord-" + role + "-" + session);
        thread.setDaemon(true);
        return thread;
    }
}

package dev.ripcord.client;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a guard does. */
final class Counts {
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong refusedRecords = new AtomicLong();
    private final AtomicLong acksSent = new AtomicLong();
    private final AtomicLong acksPending = new AtomicLong();
    private volatile boolean connected;

    void connected() {
        connected = true;
        connections.incrementAndGet();
    }

    void disconnected() {
        connected = false;
    }

    void record() {
        records.incrementAndGet();
    }

    void refused() {
        refusedRecords.incrementAndGet();
    }

    void ackWaits() {
        acksPending.incrementAndGet();
    }

    void ackSent() {
        acksPending.decrementAndGet();
        acksSent.incrementAndGet();
    }

    void ackLost() {
        acksPending.decrementAndGet();
    }

    GuardStats stats() {
        return new GuardStats(
                connected, connections.get(), records.get(), refusedRecords.get(), acksSent.get(), acksPending.get());
    }
}

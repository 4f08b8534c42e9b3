package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.deploy.bench.figures.Distribution;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Which client got which record, and how long it took. Written by the one thread that reads, awaited by the other. */
final class Receipts {
    private final BitSet[] got;
    private final int[] counts;
    private final double[] millis;
    private final int clients;
    private final int warmUp;
    private int received;
    private int ready;

    /** @param warmUp records that are awaited and do not count */
    Receipts(int clients, int warmUp, int records) {
        this.clients = clients;
        this.warmUp = warmUp;
        this.got = new BitSet[records];
        Arrays.setAll(got, record -> new BitSet(clients));
        this.counts = new int[records];
        this.millis = new double[clients * records];
    }

    /** A client has been told everything that stands. */
    synchronized void ready() {
        ready++;
        notifyAll();
    }

    /** @param latencyMillis from the record's time to now */
    synchronized void received(int client, int record, double latencyMillis) {
        // Records are delivered at least once.
        if (!got[record].get(client)) {
            got[record].set(client);
            counts[record]++;
            if (record >= warmUp) {
                millis[received++] = latencyMillis;
            }
            if (counts[record] == clients) {
                notifyAll();
            }
        }
    }

    /** @return whether all were ready in time */
    synchronized boolean awaitReady(Duration most) throws InterruptedException {
        return await(() -> ready >= clients, most);
    }

    /** Waits until everybody has the record, or the time is over. */
    synchronized void await(int record, Duration most) throws InterruptedException {
        await(() -> counts[record] == clients, most);
    }

    private boolean await(BooleanSupplier done, Duration most) throws InterruptedException {
        long end = WallClock.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); !done.getAsBoolean() && left > 0; left = end - WallClock.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return done.getAsBoolean();
    }

    synchronized int readyClients() {
        return ready;
    }

    synchronized int received() {
        return received;
    }

    synchronized Distribution latency() {
        return Distribution.of(Arrays.copyOf(millis, received));
    }
}

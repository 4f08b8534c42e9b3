package dev.ripcord.console.stream;

import dev.ripcord.console.guard.GuardWatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All clients that follow something: how many there are, who writes to them, and their heartbeat. */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    /** Writing never waits, so that few are enough. */
    private static final int WRITERS = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    /** Heartbeats are spread over their interval: an event must not queue behind a thousand of them. */
    private static final int SLICES = 20;

    private final StreamLimits limits;
    private final GuardWatch guard;
    private final ExecutorService writers =
            Executors.newFixedThreadPool(WRITERS, task -> daemon(task, "stream-writer"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "stream-heartbeat"));
    private final List<Set<StreamClient>> slices = new ArrayList<>();
    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicInteger nextSlice = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong cutOff = new AtomicLong();
    private int tick;

    public Streams(StreamLimits limits, GuardWatch guard) {
        this.limits = limits;
        this.guard = guard;
        for (int slice = 0; slice < SLICES; slice++) {
            slices.add(ConcurrentHashMap.newKeySet());
        }
        long every = Math.max(1, limits.heartbeat().toNanos() / SLICES);
        timer.scheduleAtFixedRate(this::beat, every, every, TimeUnit.NANOSECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** @return a place for one more client; empty where there are as many as there may be */
    public Optional<Place> place() {
        if (clients.incrementAndGet() > limits.clients()) {
            clients.decrementAndGet();
            refused.incrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Place());
    }

    public int clients() {
        return clients.get();
    }

    /** @return how many there may be at once */
    public int mostClients() {
        return limits.clients();
    }

    /** @return clients that there was no place for */
    public long refused() {
        return refused.get();
    }

    /** @return clients that read too slowly and were cut off */
    public long cutOff() {
        return cutOff.get();
    }

    public Frame guardFrame(String event) {
        return Frame.of(event, null, "{" + guard.state().members() + "}");
    }

    private void beat() {
        try {
            Set<StreamClient> due = slices.get(Math.floorMod(tick++, SLICES));
            if (!due.isEmpty()) {
                Frame frame = guardFrame("guard");
                due.forEach(client -> client.send(frame));
            }
        } catch (RuntimeException ours) {
            // Thrown on, it would end the timer, and with it every client's heartbeat.
            LOG.error("a heartbeat failed; the next one is tried all the same", ours);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        slices.forEach(slice -> slice.forEach(StreamClient::close));
        writers.shutdown();
    }

    /** A place that is taken until its client has gone. */
    public final class Place {
        private Place() {}

        /** Begins the response of a stream. The request must be asynchronous already. */
        public StreamClient open(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            StreamClient client =
                    new StreamClient(response.getOutputStream(), new JettyConnection(request), writers, limits);
            Set<StreamClient> slice = slices.get(Math.floorMod(nextSlice.getAndIncrement(), SLICES));
            slice.add(client);
            client.ended().whenComplete((none, failure) -> {
                slice.remove(client);
                cutOff.addAndGet(client.wasCutOff() ? 1 : 0);
                clients.decrementAndGet();
            });
            return client;
        }

        /** Gives the place back where nothing was opened. */
        public void giveBack() {
            clients.decrementAndGet();
        }
    }
}

package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.deploy.bench.figures.Distribution;
import dev.ripcord.time.WallClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Checks at a fixed rate, whether the answers keep up or not: each is due at its time, and its latency counts from
 * then. A gateway that stalls for a second so shows as a second of slow answers, not as one slow answer and a pause.
 */
final class CheckLoad {
    private static final int SESSIONS = 1_000;
    /** A fraction of what is measured; without it a core would do nothing but wait. */
    private static final long PAUSE_NANOS = 50_000;

    private final BenchSettings settings;
    private final BenchTarget target;
    private final byte[][] requests;
    private final Deque<Caller> idle = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private double[] millis;
    private int answered;
    private int failed;

    CheckLoad(BenchTarget target, BenchSettings settings) {
        this.target = target;
        this.settings = settings;
        this.requests = IntStream.range(0, SESSIONS)
                .mapToObj(number -> target.request(
                        "/v1/check?tenant=" + BenchTarget.TENANT + "&agent=bench&session=session-" + number,
                        "application/json"))
                .toArray(byte[][]::new);
    }

    CheckReport run() throws IOException {
        try (var selector = Selector.open()) {
            for (int count = 0; count < settings.connections(); count++) {
                var caller = new Caller();
                caller.wire = Wire.open(target.address(), selector, caller);
                idle.add(caller);
            }
            try {
                // What piled up before the code was compiled is answered before anything counts.
                call(selector, settings.warmUp());
                call(selector, settings.measured());
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
        int lost = millis.length - answered;
        return CheckReport.of(settings, answered, failed + lost, Distribution.of(Arrays.copyOf(millis, answered)));
    }

    private void call(Selector selector, Duration duration) throws IOException {
        int all = (int) (settings.rate() * duration.toMillis() / 1_000);
        millis = new double[all];
        answered = 0;
        failed = 0;
        long between = TimeUnit.SECONDS.toNanos(1) / settings.rate();
        long start = WallClock.nanoTime();
        long end = start + all * between + settings.patience().toNanos();
        int next = 0;
        while (answered < all && WallClock.nanoTime() < end) {
            while (next < all && !idle.isEmpty() && WallClock.nanoTime() - start >= next * between) {
                idle.poll().call(start + next * between, next);
                next++;
            }
            if (selector.selectNow(this::read) == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void read(SelectionKey key) {
        try {
            ((Wire) key.attachment()).read(buffer);
        } catch (IOException broken) {
            throw new UncheckedIOException("a check got no answer", broken);
        }
    }

    /** One connection, with one request at a time. */
    private final class Caller implements ResponseReader.Listener {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private Wire wire;
        private long due;

        void call(long dueAt, int number) throws IOException {
            due = dueAt;
            wire.send(requests[number % SESSIONS]);
        }

        @Override
        public void body(ByteBuffer piece) {
            while (piece.hasRemaining()) {
                body.write(piece.get());
            }
        }

        @Override
        public void end(int status) {
            millis[answered++] = (WallClock.nanoTime() - due) / 1e6;
            if (status != 200 || !body.toString(StandardCharsets.UTF_8).contains("\"verdict\":\"allowed\"")) {
                failed++;
            }
            body.reset();
            idle.add(this);
        }
    }
}

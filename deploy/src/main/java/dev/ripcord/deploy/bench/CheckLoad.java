package dev.ripcord.deploy.bench;

import dev.ripcord.time.WallClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Checks at a fixed rate, whether the answers keep up or not: each is due at its time, and its latency counts from then. A
 * gateway that stalls for a second so shows as a second of slow answers, not as one slow answer and a pause.
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
    private final double[] millis;
    private final int warmUp;
    private int counted;
    private int answered;
    private int failed;

    CheckLoad(BenchTarget target, BenchSettings settings) {
        this.target = target;
        this.settings = settings;
        this.warmUp = (int) (settings.rate() * settings.warmUp().toMillis() / 1_000);
        this.millis = new double[(int) (settings.rate() * settings.measured().toMillis() / 1_000)];
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
                call(selector);
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
        var latencies = Arrays.copyOf(millis, counted);
        int lost = millis.length - counted;
        return CheckReport.of(settings, counted, failed + lost, Distribution.of(latencies));
    }

    private void call(Selector selector) throws IOException {
        int all = warmUp + millis.length;
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
        private boolean counts;

        void call(long dueAt, int number) throws IOException {
            due = dueAt;
            counts = number >= warmUp;
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
            answered++;
            if (counts) {
                millis[counted++] = (WallClock.nanoTime() - due) / 1e6;
            }
            if (status != 200 || !body.toString(StandardCharsets.UTF_8).contains("\"verdict\":\"allowed\"")) {
                failed++;
            }
            body.reset();
            idle.add(this);
        }
    }
}

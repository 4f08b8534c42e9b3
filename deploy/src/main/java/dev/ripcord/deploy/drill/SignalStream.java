package dev.ripcord.deploy.drill;

import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;

/** Follows {@code GET /v1/signals} on a thread of its own, from now until it is closed. */
final class SignalStream implements AutoCloseable {
    private final InputStream stream;
    private final ObjLongConsumer<Signal> receiver;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "drill-signals");

    private SignalStream(InputStream stream, ObjLongConsumer<Signal> receiver) {
        this.stream = stream;
        this.receiver = receiver;
    }

    /**
     * Returns when the gateway has said that what comes from here on is new.
     *
     * @param receiver gets each signal with the moment at which it was there, as {@link WallClock#nanoTime} counts
     */
    static SignalStream open(InputStream stream, ObjLongConsumer<Signal> receiver, Duration patience)
            throws InterruptedException {
        SignalStream signals = new SignalStream(stream, receiver);
        signals.thread.setDaemon(true);
        signals.thread.start();
        signals.ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return signals;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String event = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    take(event, data.toString());
                    event = "";
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    event = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                }
            }
        } catch (IOException broken) {
            // Closed from here, or gone: then the signal is missed, and the drill says so.
        }
    }

    private void take(String event, String data) throws IOException {
        if (event.equals("ready")) {
            ready.countDown();
        } else if (event.equals("signal")) {
            long now = WallClock.nanoTime();
            receiver.accept(Json.read(data.getBytes(StandardCharsets.UTF_8), Signal.class), now);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException alreadyBroken) {
            // Which is what was wanted.
        }
    }
}

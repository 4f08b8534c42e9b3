package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.figures.Latency;
import java.time.Duration;
import java.util.Map;

/** Sends events for a while and waits for all the signals that they must cause. */
final class Phases {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OpenLoop events;
    private final SignalWatch signals;

    /** Which signals are timed. */
    @FunctionalInterface
    interface Pick {
        Pick ALL = (due, received) -> true;

        /** @param due and received in nanoseconds of this JVM */
        boolean takes(long due, long received);
    }

    /** What was due when. */
    record Sent(long rate, Map<Long, Long> due) {}

    Phases(OpenLoop events, SignalWatch signals) {
        this.events = events;
        this.signals = signals;
    }

    /** @param rate events a second */
    Sent send(long rate, Duration duration) throws InterruptedException {
        var due = events.send(rate, duration);
        signals.await(due.keySet(), PATIENCE);
        return new Sent(rate, due);
    }

    /** @return how long the signals took that the pick takes */
    Latency latency(Sent sent, Pick pick) {
        var came = sent.due().entrySet().stream()
                .filter(one -> signals.receivedAt(one.getKey()) != null)
                .toList();
        double[] millis = came.stream()
                .filter(one -> pick.takes(one.getValue(), signals.receivedAt(one.getKey())))
                .mapToDouble(one -> (signals.receivedAt(one.getKey()) - one.getValue()) / 1e6)
                .toArray();
        int expected = sent.due().size();
        return Latency.of(sent.rate(), expected, expected - came.size(), millis);
    }
}

package dev.ripcord.deploy.demo;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What came of the events, as seen on the topics. Written by the watch's thread, read by the agents'. */
final class Outcome {
    private record Timed<T>(T value, OptionalLong latency, long readAt) {}

    private final Latencies latencies;
    private final Consumer<Kill> onKill;
    private final Map<String, Timed<Signal>> signals = new LinkedHashMap<>();
    private final Map<String, Timed<Halt>> halts = new LinkedHashMap<>();
    private final Map<SessionKey, Kill> kills = new LinkedHashMap<>();
    private final Map<SessionKey, Long> decoded = new HashMap<>();
    private long dead;

    /** @param onKill told of each session's first halt, on the watch's thread */
    Outcome(Latencies latencies, Consumer<Kill> onKill) {
        this.latencies = latencies;
        this.onKill = onKill;
    }

    /** Signals and halts have topics of their own, so that either may be read first; repeats count once. */
    synchronized void signalled(Signal signal, long now) {
        if (!signals.containsKey(signal.signalId())) {
            signals.put(signal.signalId(), new Timed<>(signal, latencies.read(completingEvent(signal), now), now));
            pair(signal.signalId());
        }
    }

    /** @return null where the guard tells something that no step completed, such as that a halt was ignored */
    private static String completingEvent(Signal signal) {
        int steps = signal.matched().size();
        return steps == 0 ? null : signal.matched().get(steps - 1).eventId();
    }

    synchronized void halted(HaltRecord record, long now) {
        if (record instanceof Halt halt && halts.putIfAbsent(halt.haltId(), timed(halt, now)) == null) {
            pair(halt.haltId());
        }
    }

    private static Timed<Halt> timed(Halt halt, long now) {
        return new Timed<>(halt, OptionalLong.empty(), now);
    }

    private void pair(String signalId) {
        Timed<Signal> signal = signals.get(signalId);
        Timed<Halt> halt = halts.get(signalId);
        if (signal != null && halt != null && !kills.containsKey(signal.value().session())) {
            Kill kill = new Kill(signal.value(), halt.value(), signal.latency(), halt.readAt());
            kills.put(signal.value().session(), kill);
            onKill.accept(kill);
        }
        notifyAll();
    }

    synchronized void dead() {
        dead++;
        notifyAll();
    }

    synchronized void summarised(SessionSummary summary) {
        decoded.put(
                new SessionKey(summary.tenantId(), summary.sessionId()),
                summary.steps() + summary.coverage().duplicates());
        notifyAll();
    }

    /** @return the session's first halt; null while there is none */
    synchronized Kill kill(SessionKey session) {
        return kills.get(session);
    }

    synchronized Optional<Kill> latestKill() {
        return kills.values().stream().reduce((before, later) -> later);
    }

    synchronized long deadCount() {
        return dead;
    }

    /** @return events that the guard has judged, by the newest summary of each session */
    synchronized long decodedCount() {
        return decoded.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized int signalCount() {
        return signals.size();
    }

    synchronized int haltCount() {
        return halts.size();
    }

    /** Waits for the next thing to be read, or for a moment. */
    synchronized void awaitNews() throws InterruptedException {
        wait(100);
    }
}

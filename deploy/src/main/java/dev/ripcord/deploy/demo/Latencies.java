package dev.ripcord.deploy.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** How long it took from sending an event until the signal that it completed was read; nanoseconds of this JVM. */
final class Latencies {
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final List<Long> measured = Collections.synchronizedList(new ArrayList<>());

    void sending(String eventId, long now) {
        sentAt.put(eventId, now);
    }

    /** @return the latency, or empty where the event was not sent from here */
    OptionalLong read(String eventId, long now) {
        Long sent = eventId == null ? null : sentAt.get(eventId);
        if (sent == null) {
            return OptionalLong.empty();
        }
        measured.add(now - sent);
        return OptionalLong.of(now - sent);
    }

    void forget() {
        measured.clear();
        sentAt.clear();
    }

    /** @return for people: how many, median and 99th percentile in milliseconds */
    String summary() {
        List<Long> sorted;
        synchronized (measured) {
            sorted = new ArrayList<>(measured);
        }
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? "no signal was timed"
                : String.format(
                        "detection, from sending the completing event until a consumer held the signal:"
                                + " p50 %.1f ms, p99 %.1f ms (%d signals)",
                        millis(percentile(sorted, 50)), millis(percentile(sorted, 99)), sorted.size());
    }

    /** Nearest rank: the smallest value that at least so many per cent do not exceed. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    static double millis(long nanos) {
        return nanos / 1e6;
    }
}

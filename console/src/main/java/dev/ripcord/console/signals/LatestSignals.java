package dev.ripcord.console.signals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The latest signals, bounded by number and size, and where each partition's begin. */
final class LatestSignals {
    private final int mostSignals;
    private final long mostBytes;
    private final Deque<StoredSignal> signals = new ArrayDeque<>();
    private final Map<Integer, Long> firstKept = new TreeMap<>();
    private final Map<Integer, Long> seen = new TreeMap<>();
    private long bytes;

    LatestSignals(int mostSignals, long mostBytes) {
        this.mostSignals = mostSignals;
        this.mostBytes = mostBytes;
    }

    void begins(int partition, long offset) {
        firstKept.put(partition, offset);
        seen.put(partition, offset - 1);
    }

    /** @return the id of the signal at that place: what was seen by then */
    String idAt(int partition, long offset) {
        seen.put(partition, offset);
        return SignalPlace.text(seen);
    }

    void add(StoredSignal signal) {
        signals.add(signal);
        bytes += signal.frame().size();
        while (signals.size() > mostSignals || bytes > mostBytes && signals.size() > 1) {
            StoredSignal oldest = signals.poll();
            bytes -= oldest.frame().size();
            firstKept.put(oldest.partition(), oldest.offset() + 1);
        }
    }

    /** @return whether nothing is missing between the place and what is kept */
    boolean reachBackTo(SignalPlace place) {
        return firstKept.entrySet().stream().noneMatch(first -> place.isBefore(first.getKey(), first.getValue() - 1))
                && place.seen().entrySet().stream()
                        .noneMatch(one -> one.getValue() > seen.getOrDefault(one.getKey(), -1L));
    }

    List<StoredSignal> where(Predicate<StoredSignal> condition) {
        return signals.stream().filter(condition).toList();
    }
}

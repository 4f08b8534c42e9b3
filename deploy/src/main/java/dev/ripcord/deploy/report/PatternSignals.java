package dev.ripcord.deploy.report;

import dev.ripcord.deploy.signals.SignalRecord;
import dev.ripcord.signal.MatchedStep;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Signals of one pattern, counted. */
final class PatternSignals {
    private static final Comparator<Signal> LATEST_FIRST = Comparator.comparingLong(Signal::kafkaTime)
            .thenComparing(Signal::position)
            .reversed();

    private final List<Signal> signals = new ArrayList<>();
    private final Map<SessionKey, Signal> firsts = new LinkedHashMap<>();
    private long unheeded;

    /** A session's signals come in the order of its log. */
    void add(SignalRecord record) {
        Signal signal = record.signal();
        signals.add(signal);
        unheeded += record.mark().isPresent() ? 1 : 0;
        firsts.putIfAbsent(signal.session(), signal);
    }

    long count() {
        return signals.size();
    }

    /** @return signals that made no halt: muted, late, held by the blast-radius cap, or of what was halted already */
    long unheeded() {
        return unheeded;
    }

    /** @return the first signal of each session */
    Map<SessionKey, Signal> firsts() {
        return firsts;
    }

    List<Signal> latestFirst() {
        return signals.stream().sorted(LATEST_FIRST).toList();
    }

    Map<String, Long> agents() {
        return counted(signal -> Optional.of(signal.agentId()));
    }

    Map<String, Long> tools() {
        return counted(signal -> signal.matched().isEmpty()
                ? Optional.empty()
                : Optional.of(signal.matched().get(signal.matched().size() - 1)).map(MatchedStep::tool));
    }

    /** @return the most frequent first, of equals by name */
    private Map<String, Long> counted(Function<Signal, Optional<String>> word) {
        var counts = signals.stream()
                .flatMap(signal -> word.apply(signal).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var sorted = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}

package dev.ripcord.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest signals of a scope that were passed on, oldest first; at most {@value #MOST}.
 *
 * @param newest Kafka time of the latest
 */
public record SeenSignals(List<String> ids, long newest) {
    static final int MOST = 256;
    static final SeenSignals NONE = new SeenSignals(List.of(), Long.MIN_VALUE);

    public SeenSignals {
        ids = List.copyOf(ids);
    }

    boolean contains(String signalId) {
        return ids.contains(signalId);
    }

    SeenSignals with(String signalId, long kafkaTime) {
        List<String> more = new ArrayList<>(ids.subList(Math.max(0, ids.size() - MOST + 1), ids.size()));
        more.add(signalId);
        return new SeenSignals(more, Math.max(newest, kafkaTime));
    }
}

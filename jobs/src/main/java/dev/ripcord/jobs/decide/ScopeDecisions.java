package dev.ripcord.jobs.decide;

import dev.ripcord.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was decided about a scope of late.
 *
 * @param signalIds the latest ones passed on, oldest first; at most {@value #MAX_IDS}
 * @param haltedAt per definition id the Kafka time of its latest halt; bounded by the number of definitions
 * @param newest Kafka time of the latest signal
 */
record ScopeDecisions(List<String> signalIds, Map<String, Long> haltedAt, long newest) {
    static final int MAX_IDS = 256;
    static final ScopeDecisions NONE = new ScopeDecisions(List.of(), Map.of(), Long.MIN_VALUE);

    boolean hasSeen(String signalId) {
        return signalIds.contains(signalId);
    }

    ScopeDecisions after(Signal signal, boolean halted) {
        List<String> ids =
                new ArrayList<>(signalIds.subList(Math.max(0, signalIds.size() - MAX_IDS + 1), signalIds.size()));
        ids.add(signal.signalId());
        Map<String, Long> halts = haltedAt;
        if (halted) {
            halts = new TreeMap<>(haltedAt);
            halts.put(signal.pattern().id(), signal.kafkaTime());
        }
        return new ScopeDecisions(ids, halts, Math.max(newest, signal.kafkaTime()));
    }
}

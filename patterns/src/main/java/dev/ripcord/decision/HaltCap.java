package dev.ripcord.decision;

import dev.ripcord.pattern.BlastRadius;
import dev.ripcord.signal.Signal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many lineages one definition may halt in one tenant within some minutes, on Kafka's time. A definition that is
 * wrong about everybody halts so many and no more; what is right and urgent can be let through by a person.
 *
 * <p>What is halted already may be halted again, and counts once. Not for use by several threads.
 */
public final class HaltCap {
    private final int most;
    private final long windowMillis;
    private final Map<Whose, Map<String, Long>> halted = new HashMap<>();

    private record Whose(String definition, String tenant) {}

    /** @param kafkaTime of the latest event that halted the lineage */
    public record Counted(String definition, String tenant, String lineage, long kafkaTime) {}

    HaltCap(DecisionLimits limits, Collection<Counted> known) {
        most = limits.blastRadius();
        windowMillis = limits.blastWindow().toMillis();
        known.forEach(one -> lineages(one.definition(), one.tenant()).put(one.lineage(), one.kafkaTime()));
    }

    /** @return whether the signal must not halt: it would be one lineage too many */
    boolean holds(Signal signal) {
        if (most == 0 || isExempt(signal)) {
            return false;
        }
        Map<String, Long> lineages = lineages(signal);
        Long at = lineages.get(lineage(signal));
        boolean counted = at != null && isWithin(at, signal.kafkaTime());
        return !counted && count(signal) >= most;
    }

    void halted(Signal signal) {
        if (most > 0 && !isExempt(signal)) {
            lineages(signal).merge(lineage(signal), signal.kafkaTime(), Math::max);
        }
    }

    /** @return lineages halted within the window that ends at the signal */
    long count(Signal signal) {
        return lineages(signal).values().stream()
                .filter(at -> isWithin(at, signal.kafkaTime()))
                .count();
    }

    private boolean isWithin(long at, long kafkaTime) {
        return at > kafkaTime - windowMillis;
    }

    private static boolean isExempt(Signal signal) {
        return signal.blastRadius() == BlastRadius.EXEMPT;
    }

    private static String lineage(Signal signal) {
        return Situation.of(signal).lineage().key();
    }

    private Map<String, Long> lineages(Signal signal) {
        return lineages(signal.pattern().id(), signal.tenantId());
    }

    private Map<String, Long> lineages(String definition, String tenant) {
        return halted.computeIfAbsent(new Whose(definition, tenant), nobody -> new TreeMap<>());
    }

    /** Forgets what counts for no event later than that. */
    void forgetUpTo(long kafkaTime) {
        halted.values().forEach(lineages -> lineages.values().removeIf(at -> !isWithin(at, kafkaTime)));
        halted.values().removeIf(Map::isEmpty);
    }

    List<Counted> known() {
        return halted.entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .map(lineage -> new Counted(
                                group.getKey().definition(),
                                group.getKey().tenant(),
                                lineage.getKey(),
                                lineage.getValue())))
                .toList();
    }
}

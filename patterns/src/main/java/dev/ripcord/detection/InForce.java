package dev.ripcord.detection;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in force during some Kafka time, for any tenant. Tenants that are told the same share one object, whose size
 * and making do not depend on how many they are.
 */
final class InForce {
    private static final int MOST_GROUPS = 1_000;

    /** Of which is remembered in which group they are: of one beyond them its name is looked up in the lists again. */
    private static final int MOST_TENANTS = 10_000;

    private final List<BookedActivation> activations;
    private final TenantLists tenants;
    private final long from;
    private final long until;
    private final Map<BitSet, ActivePatterns> byGroup = new HashMap<>();
    private final Map<String, ActivePatterns> byTenant = new HashMap<>();
    private ActivePatterns forAll;

    /**
     * @param activations that count then, by their ids
     * @param from first Kafka time that it counts for
     * @param until first Kafka time that it does not count for any more
     */
    InForce(List<BookedActivation> activations, long from, long until) {
        this.activations = List.copyOf(activations);
        this.from = from;
        this.until = until;
        this.tenants = new TenantLists(activations.stream()
                .flatMap(activation -> activation.tenants().lists().stream())
                .toList());
    }

    boolean covers(long kafkaTime) {
        return from <= kafkaTime && kafkaTime < until;
    }

    ActivePatterns of(String tenant) {
        if (tenants.isEmpty()) {
            forAll = forAll == null ? assembled(tenant) : forAll;
            return forAll;
        }
        ActivePatterns known = byTenant.get(tenant);
        return known == null ? lookedUp(tenant) : known;
    }

    private ActivePatterns lookedUp(String tenant) {
        BitSet group = tenants.groupOf(tenant);
        if (byGroup.size() >= MOST_GROUPS && !byGroup.containsKey(group)) {
            byGroup.clear();
            byTenant.clear();
        }
        if (byTenant.size() >= MOST_TENANTS) {
            byTenant.clear();
        }
        ActivePatterns patterns = byGroup.computeIfAbsent(group, unseen -> assembled(tenant));
        byTenant.put(tenant, patterns);
        return patterns;
    }

    private ActivePatterns assembled(String tenant) {
        List<ActivePattern> patterns = activations.stream()
                .flatMap(activation -> activation.forTenant(tenant).stream())
                .toList();
        ToolsInForce tools = ToolsInForce.of(
                tenant,
                activations.stream()
                        .flatMap(activation -> activation.tools().stream())
                        .toList());
        return new ActivePatterns(patterns, tools, from, until);
    }
}

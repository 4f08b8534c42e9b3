package dev.ripcord.detection;

import dev.ripcord.condition.Hurdle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The patterns in force for some tenants during some Kafka time, which of them an event's type can concern, and what is said
 * of the tenants' tools.
 */
public final class ActivePatterns {
    public static final ActivePatterns NONE =
            new ActivePatterns(List.of(), ToolsInForce.NONE, Long.MIN_VALUE, Long.MAX_VALUE);

    private final List<ActivePattern> inOrder;
    private final ActivePattern[] atPlaces;
    private final ToolsInForce tools;
    private final long from;
    private final long until;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, PatternsOfType> byType = new HashMap<>();
    private final PatternsOfType ofOtherTypes;

    /**
     * @param inOrder by the ids of their definitions
     * @param from first Kafka time that it counts for
     * @param until first Kafka time that it does not count for any more
     */
    ActivePatterns(List<ActivePattern> inOrder, ToolsInForce tools, long from, long until) {
        this.inOrder = List.copyOf(inOrder);
        this.atPlaces = inOrder.toArray(ActivePattern[]::new);
        this.tools = tools;
        this.from = from;
        this.until = until;
        this.inOrder.forEach(this::place);
        Set<String> types = this.inOrder.stream()
                .flatMap(pattern -> pattern.namedTypes().stream())
                .collect(Collectors.toSet());
        List<Hurdle> hurdles = this.inOrder.stream().map(ActivePattern::hurdle).toList();
        types.forEach(
                type -> byType.put(type, PatternsOfType.of(this.inOrder, hurdles, pattern -> pattern.concern(type))));
        this.ofOtherTypes = PatternsOfType.of(this.inOrder, hurdles, ActivePattern::concernOfOthers);
    }

    private void place(ActivePattern pattern) {
        if (places.put(pattern.key(), places.size()) != null) {
            throw new IllegalArgumentException(pattern.key() + " is in force twice");
        }
    }

    /** @return by the ids of their definitions; the index of each is its place */
    public List<ActivePattern> inOrder() {
        return inOrder;
    }

    ActivePattern at(int place) {
        return atPlaces[place];
    }

    public long from() {
        return from;
    }

    public long until() {
        return until;
    }

    /** @return how the tenants have the events of their tools read */
    ToolsInForce tools() {
        return tools;
    }

    /** @return null where the definition is not in force */
    Integer placeOf(String definitionKey) {
        return places.get(definitionKey);
    }

    PatternsOfType concernedBy(String eventType) {
        return byType.getOrDefault(eventType, ofOtherTypes);
    }
}

package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often each of the known event types came, and all others together. */
final class TypeCounts {
    /** Its order lies in state: new types are appended. The frequent ones come first, where they take least. */
    private static final List<String> TYPES = List.of(
            EventTypes.TOOL_INVOCATION,
            EventTypes.TOOL_RESPONSE,
            EventTypes.PLANNER_DECISION,
            EventTypes.USER_REQUEST,
            EventTypes.MESSAGE,
            EventTypes.POLICY_INTERVENTION,
            EventTypes.AGENT_HANDOFF,
            EventTypes.SESSION_START,
            EventTypes.SESSION_END,
            EventTypes.ROUTING,
            EventTypes.VALIDATION_OUTCOME,
            EventTypes.HUMAN_APPROVAL,
            EventTypes.RETRY_ATTEMPT,
            EventTypes.TERMINATION,
            EventTypes.STATE_SNAPSHOT,
            EventTypes.COST_UPDATE);

    /** Of the types that are not known. */
    static final int OTHER = TYPES.size();

    private static final Map<String, Integer> INDEXES =
            TYPES.stream().collect(Collectors.toMap(Function.identity(), TYPES::indexOf));

    private final int[] counts;

    TypeCounts() {
        this(new int[OTHER + 1]);
    }

    private TypeCounts(int[] counts) {
        this.counts = counts;
    }

    static int index(String type) {
        return INDEXES.getOrDefault(type, OTHER);
    }

    int add(int index) {
        return ++counts[index];
    }

    int at(int index) {
        return counts[index];
    }

    long total() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    TypeCounts copy() {
        return new TypeCounts(counts.clone());
    }

    void write(FoldOutput out) throws IOException {
        int counted = 0;
        for (int index = 0; index < counts.length; index++) {
            counted |= counts[index] > 0 ? 1 << index : 0;
        }
        out.count(counted);
        for (int count : counts) {
            if (count > 0) {
                out.count(count);
            }
        }
    }

    void read(FoldInput in) throws IOException {
        int counted = in.size((1 << counts.length) - 1);
        for (int index = 0; index < counts.length; index++) {
            counts[index] = (counted >>> index & 1) == 0 ? 0 : in.size(Integer.MAX_VALUE);
        }
    }
}

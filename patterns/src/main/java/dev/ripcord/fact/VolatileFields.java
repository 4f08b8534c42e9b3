package dev.ripcord.fact;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arguments that differ each time although the call is the same: they do not count at the top level of a call's
 * arguments. An agent that retries with a fresh request id makes the same call.
 *
 * @param everywhere names for every tool that {@code byTool} does not list
 * @param byTool names for single tools, instead of those for every tool
 */
public record VolatileFields(Set<String> everywhere, Map<String, Set<String>> byTool) implements Serializable {
    public static final VolatileFields DEFAULT = new VolatileFields(
            Set.of(
                    "request_id",
                    "requestId",
                    "trace_id",
                    "traceId",
                    "span_id",
                    "spanId",
                    "correlation_id",
                    "correlationId",
                    "call_id",
                    "callId",
                    "tool_call_id",
                    "toolCallId",
                    "idempotency_key",
                    "idempotencyKey",
                    "nonce",
                    "timestamp"),
            Map.of());

    public VolatileFields {
        everywhere = Set.copyOf(everywhere);
        byTool = byTool.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** @return the names that do not count in the arguments of that tool */
    public Set<String> of(String tool) {
        return byTool.isEmpty() ? everywhere : byTool.getOrDefault(tool, everywhere);
    }
}

package dev.ripcord.fact;

import java.io.Serializable;
import java.util.Set;

/**
 * Arguments that differ each time although the call is the same: they do not count at the top level of a call's
 * arguments. An agent that retries with a fresh request id makes the same call.
 */
public record VolatileFields(Set<String> names) implements Serializable {
    /** Those of every tool; a deployment adds to them by {@link ToolReading}. */
    public static final VolatileFields DEFAULT = new VolatileFields(Set.of(
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
            "timestamp"));

    public VolatileFields {
        names = Set.copyOf(names);
    }
}

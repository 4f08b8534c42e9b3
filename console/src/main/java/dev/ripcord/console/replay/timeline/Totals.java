package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * What the session came to so far; null where the telemetry reports none of it.
 *
 * @param latencyMs sum of the latencies reported, milliseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Totals(BigDecimal costUsd, Long tokens, Long latencyMs) {}

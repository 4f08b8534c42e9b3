package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * The cycle of calls that a step is part of, or that may still go on at it: that a cycle is over shows at the next call.
 *
 * @param period calls in one round
 * @param round complete rounds so far
 * @param from step that the cycle began at
 * @param wastedUsd what was spent since its first round, up to its latest call or answer; null where no cost is reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoopStep(long period, long round, long from, BigDecimal wastedUsd) {}

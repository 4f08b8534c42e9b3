package dev.ripcord.deploy.drill;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a drill measured, in milliseconds on one clock; null where it was not reached.
 *
 * @param verdict {@value #STOPPED}, or in a sentence what failed
 * @param eventToSignalMs from handing the completing event to the gateway until its signal was there
 * @param signalToDeliveryMs from then until the agent's guard had the halt
 * @param deliveryToStopMs from then until the agent took no further step
 * @param totalMs their sum
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DrillResult(
        String verdict, Double eventToSignalMs, Double signalToDeliveryMs, Double deliveryToStopMs, Double totalMs) {
    public static final String STOPPED = "stopped";

    public boolean hasStopped() {
        return verdict.equals(STOPPED);
    }
}

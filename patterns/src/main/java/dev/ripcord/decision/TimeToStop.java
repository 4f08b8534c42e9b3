package dev.ripcord.decision;

/**
 * The way of a halt, all on the broker's clock, milliseconds since the epoch.
 *
 * @param eventAt of the event that completed the match; null on an operator's halt
 * @param haltAt of the halt's record
 * @param receivedAt of the first acknowledgement
 * @param stoppedAt of the first acknowledgement that the agent stopped
 * @param lastEventAt of the last event that should not have happened until then; null where there was none
 */
public record TimeToStop(Long eventAt, long haltAt, long receivedAt, long stoppedAt, Long lastEventAt) {
    /** @return from the event, or where there is none from the halt, to the stop */
    public long millis() {
        return Math.max(0, stoppedAt - (eventAt == null ? haltAt : eventAt));
    }

    @Override
    public String toString() {
        return (eventAt == null ? "" : "event to halt " + (haltAt - eventAt) + " ms, ") + "halt to delivery "
                + (receivedAt - haltAt) + " ms, delivery to stop " + (stoppedAt - receivedAt) + " ms"
                + (lastEventAt == null ? "" : ", last event " + (lastEventAt - haltAt) + " ms after the halt");
    }
}

package dev.ripcord.console.stream;

import java.time.Duration;

/**
 * What streams may use.
 *
 * @param clients how many there may be at once
 * @param queuedEvents how many events may wait for a client before it is cut off
 * @param queuedBytes how many bytes may wait likewise
 * @param heartbeat how often each client hears how the guard stands
 */
public record StreamLimits(int clients, int queuedEvents, int queuedBytes, Duration heartbeat) {
    public static final StreamLimits DEFAULTS = new StreamLimits(5_000, 1_000, 4 << 20, Duration.ofSeconds(2));
}

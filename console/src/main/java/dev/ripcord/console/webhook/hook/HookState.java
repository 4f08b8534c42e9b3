package dev.ripcord.console.webhook.hook;

/**
 * How one hook fares, for health and metrics, since it was started.
 *
 * @param delivered deliveries that the receiver took
 * @param failed deliveries that were given up
 * @param retries attempts that failed and were put off
 * @param dropped notices that were dropped because too many incidents were waiting
 * @param queued incidents of which something is to be told
 * @param deliveredAt of the latest, milliseconds since the epoch; null where there is none
 * @param lastError the latest, without secrets; null where there is none
 * @param lastErrorAt milliseconds since the epoch; null likewise
 */
public record HookState(
        String name,
        long delivered,
        long failed,
        long retries,
        long dropped,
        int queued,
        Long deliveredAt,
        String lastError,
        Long lastErrorAt) {

    /** @return whether the latest thing that happened was that a delivery arrived, or nothing has happened yet */
    public boolean isHealthy() {
        return lastErrorAt == null || deliveredAt != null && deliveredAt >= lastErrorAt;
    }
}

package dev.ripcord.jobs.heartbeat;

/**
 * What of a partition lies ahead of an offset. Not every offset is an event's: the markers of transactions take some,
 * and deletion leaves gaps.
 *
 * @param from the offset that was asked about
 * @param end the offset that the partition's next record will have
 * @param first no event lies from {@code from} up to this one; {@code end} where none is left
 * @param firstTime the broker's time of the event there; null where nobody looked
 */
public record Ahead(long from, long end, long first, Long firstTime) {
    /** Nobody looked what lies there. */
    public static Ahead unseen(long from, long end) {
        return new Ahead(from, end, from, null);
    }

    public static Ahead nothing(long from, long end) {
        return new Ahead(from, end, end, null);
    }

    /** @return how many events have not been read by who has read everything before {@code next}; at the most */
    long unread(long next) {
        return Math.max(0, end - (next < from ? next : Math.max(first, next)));
    }

    /** @return the time of the first of them; null where it is not known */
    Long oldest(long next) {
        return next < from || next > first ? null : firstTime;
    }
}

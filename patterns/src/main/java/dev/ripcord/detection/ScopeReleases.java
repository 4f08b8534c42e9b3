package dev.ripcord.detection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;

/** The releases of one scope, in the order of the topic. */
final class ScopeReleases {
    /** A backlog needs all that were in force during it; who releases more often meanwhile, loses the oldest. */
    private static final int MOST = 64;

    private final Deque<Booked> releases = new ArrayDeque<>(2);
    private long newestIssuedAt = Long.MIN_VALUE;
    private long newestAt = Long.MIN_VALUE;

    /** @param from first Kafka time that it counts at */
    private record Booked(long from, long offset) {}

    boolean release(long issuedAt, long from, long offset) {
        boolean fresh = halt(issuedAt, from);
        if (fresh) {
            releases.addLast(new Booked(from, offset));
            if (releases.size() > MOST) {
                releases.removeFirst();
            }
        }
        return fresh;
    }

    /** Only its time of issue counts here. @return whether it is later than all before it */
    boolean halt(long issuedAt, long from) {
        boolean fresh = issuedAt > newestIssuedAt;
        newestIssuedAt = Math.max(newestIssuedAt, issuedAt);
        newestAt = Math.max(newestAt, from);
        return fresh;
    }

    long latest(long kafkaTime) {
        for (Iterator<Booked> newestFirst = releases.descendingIterator(); newestFirst.hasNext(); ) {
            long from = newestFirst.next().from();
            if (from <= kafkaTime) {
                return from;
            }
        }
        return Releases.NEVER;
    }

    /** @return whether nothing is left to know of the scope */
    boolean forgetUpTo(long kafkaTime, long countsFor) {
        releases.removeIf(release -> release.from() + countsFor < kafkaTime);
        return newestAt + countsFor < kafkaTime;
    }

    Collection<Long> offsets() {
        return releases.stream().map(Booked::offset).toList();
    }
}

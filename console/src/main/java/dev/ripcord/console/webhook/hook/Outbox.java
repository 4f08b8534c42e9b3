package dev.ripcord.console.webhook.hook;

import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.notice.Cause;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Resolution;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What one receiver is still to be told: one case to a cause, of bounded number and size. Whoever reads the topics puts
 * notices in and never waits; one worker takes parcels out. A cause that has failed waits by itself, the others go on.
 */
final class Outbox {
    static final int MOST_CASES = 500;

    /** So long a worker sleeps at the most: the wall clock may be set meanwhile. */
    private static final long LONGEST_SLEEP = 1_000;

    private final HookSettings.Pace pace;
    private final int mostCases;
    private final Map<Cause, OpenCase> cases = new LinkedHashMap<>();
    private long missed;
    private boolean closed;

    Outbox(HookSettings.Pace pace, int mostCases) {
        this.pace = pace;
        this.mostCases = mostCases;
    }

    /**
     * @return false where too much is waiting already: the notice is dropped, counted, and told in the next delivery
     */
    synchronized boolean add(Notice notice, RecordPlace place, long now) {
        Optional<OpenCase> open = open(notice.cause());
        open.ifPresent(one -> one.add(notice, place, now));
        return noted(open.isPresent());
    }

    /** @return false where too much is waiting already */
    synchronized boolean end(Resolution resolution, RecordPlace place, long now) {
        Optional<OpenCase> open = open(resolution.cause());
        open.ifPresent(one -> one.end(resolution, place, now));
        return noted(open.isPresent());
    }

    /**
     * Waits for something that is due, for at most a second.
     *
     * @param now milliseconds since the epoch
     * @param quietUntil before which nothing is due; milliseconds since the epoch
     */
    synchronized Optional<Parcel> next(long now, long quietUntil) throws InterruptedException {
        Optional<OpenCase> earliest =
                cases.values().stream().filter(one -> !one.isIdle()).min(Comparator.comparingLong(OpenCase::dueAt));
        long dueAt = Math.max(quietUntil, earliest.map(OpenCase::dueAt).orElse(Long.MAX_VALUE));
        if (dueAt <= now && !closed) {
            return earliest.map(one -> one.next(missed));
        }
        if (!closed) {
            wait(Math.min(LONGEST_SLEEP, Math.max(1, dueAt - now)));
        }
        return Optional.empty();
    }

    synchronized void delivered(Parcel parcel, long now) {
        missed -= parcel.incident().missed();
        cases.get(parcel.incident().cause()).delivered(now);
    }

    synchronized void givenUp(Parcel parcel, long now) {
        cases.get(parcel.incident().cause()).givenUp(now);
    }

    synchronized void later(Parcel parcel, long at) {
        cases.get(parcel.incident().cause()).later(at);
    }

    /** @return the first record of the partition that something not yet delivered rests on */
    synchronized OptionalLong held(TopicPartition partition) {
        return cases.values().stream()
                .map(one -> one.held(partition))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    synchronized int waiting() {
        return (int) cases.values().stream().filter(one -> !one.isIdle()).count();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private Optional<OpenCase> open(Cause cause) {
        OpenCase known = cases.get(cause);
        if (known == null && (cases.size() < mostCases || forgetIdle())) {
            known = new OpenCase(pace);
            cases.put(cause, known);
        }
        return Optional.ofNullable(known);
    }

    /** The oldest one: if it comes again it is told as a new incident, under the same id. */
    private boolean forgetIdle() {
        for (Iterator<OpenCase> each = cases.values().iterator(); each.hasNext(); ) {
            if (each.next().isIdle()) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private boolean noted(boolean taken) {
        missed += taken ? 0 : 1;
        notifyAll();
        return taken;
    }
}

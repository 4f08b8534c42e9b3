package dev.ripcord.console.api;

import dev.ripcord.console.halts.HaltBoard;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;

/**
 * What of {@code ripcord.halts} a client knows, and this gateway perhaps not yet: another gateway was faster, or the
 * topic was made again. One must not look like the other, for in the second case the client forgets what it has.
 */
final class CatchingUp {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Each takes a thread. */
    private static final int AT_ONCE = 16;

    /** The offset that the topic's next record gets, by Kafka itself. */
    interface LogEnd {
        /** @throws KafkaException where Kafka does not say */
        long next() throws InterruptedException;
    }

    private final HaltBoard board;
    private final LogEnd end;
    private final Semaphore places = new Semaphore(AT_ONCE);

    CatchingUp(HaltBoard board, LogEnd end) {
        this.board = board;
        this.end = end;
    }

    /**
     * Returns once the record has been read, or where the topic does not reach so far.
     *
     * @throws Refused where this gateway is behind, or nobody knows
     */
    void to(long lastSeen) throws InterruptedException {
        if (board.awaitOffset(lastSeen, Duration.ZERO)) {
            return;
        }
        if (!places.tryAcquire()) {
            throw crowded();
        }
        try {
            if (!board.awaitOffset(lastSeen, PATIENCE) && next() - 1 >= lastSeen) {
                throw behind(lastSeen);
            }
        } finally {
            places.release();
        }
    }

    /**
     * Returns once all that the topic holds by now has been read.
     *
     * @throws Refused where this gateway is behind, or nobody knows
     */
    void toTheEnd() throws InterruptedException {
        if (!places.tryAcquire()) {
            throw crowded();
        }
        try {
            long newest = next() - 1;
            if (!board.awaitOffset(newest, PATIENCE)) {
                throw behind(newest);
            }
        } finally {
            places.release();
        }
    }

    private static Refused crowded() {
        return new Refused(Refused.UNAVAILABLE, AT_ONCE + " requests wait for ripcord.halts; try again");
    }

    private static Refused behind(long offset) {
        return new Refused(
                Refused.UNAVAILABLE,
                "this gateway has not yet read ripcord.halts as far as offset " + offset + "; try again");
    }

    private long next() throws InterruptedException {
        try {
            return end.next();
        } catch (KafkaException silent) {
            throw new Refused(
                    Refused.UNAVAILABLE, "Kafka does not say how far ripcord.halts goes: " + silent.getMessage());
        }
    }
}

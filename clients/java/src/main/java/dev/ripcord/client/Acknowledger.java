package dev.ripcord.client;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Subject;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends acknowledgements in the background, in their order, each halt's status once, again where it did not arrive. */
final class Acknowledger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_ATTEMPTS = 60;
    /** An agent that stops ends its process at once: its last word must still get out. */
    private static final long CLOSE_MILLIS = 2_000;

    private final Subject subject;
    private final WallClock clock;
    private final Counts counts;
    private final AckSender sender;
    private final RecentIds sent = new RecentIds();
    private final ThreadPoolExecutor thread;

    Acknowledger(Subject subject, WallClock clock, Counts counts, AckSender sender) {
        this.subject = subject;
        this.clock = clock;
        this.counts = counts;
        this.sender = sender;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                new ClientThreads("acks", subject.session()),
                (unsent, full) -> dropped());
    }

    /** @param reason for people; null where there is nothing to say */
    void acknowledge(Halt halt, Status status, String reason) {
        if (sent.add(status + " " + halt.haltId())) {
            Acknowledgement word = new Acknowledgement(
                    Acknowledgement.SCHEMA_VERSION,
                    halt.haltId(),
                    halt.scope(),
                    subject.tenant(),
                    subject.session(),
                    subject.agent(),
                    status,
                    reason,
                    ClientName.TEXT,
                    clock.millis());
            counts.ackWaits();
            thread.execute(() -> deliver(word));
        }
    }

    private void dropped() {
        counts.ackLost();
        LOG.warn("an acknowledgement is dropped: the guard is closed, or {} are waiting", MOST_WAITING);
    }

    private void deliver(Acknowledgement word) {
        Backoff backoff = Backoff.ofConnection();
        String why = "closed before it arrived";
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                try {
                    sender.send(word);
                    counts.ackSent();
                    return;
                } catch (AckSender.AckRefused refused) {
                    why = refused.getMessage();
                    break;
                } catch (IOException again) {
                    why = again.getMessage();
                    TimeUnit.MILLISECONDS.sleep(backoff.next());
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        counts.ackLost();
        LOG.warn("acknowledgement {} of halt {} did not arrive: {}", word.status(), word.haltId(), why);
    }

    /** Gives what is waiting a moment to arrive, then ends. */
    @Override
    public void close() {
        thread.shutdown();
        if (!ended(CLOSE_MILLIS)) {
            thread.shutdownNow();
            ended(CLOSE_MILLIS / 2);
        }
        sender.close();
    }

    private boolean ended(long millis) {
        try {
            return thread.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

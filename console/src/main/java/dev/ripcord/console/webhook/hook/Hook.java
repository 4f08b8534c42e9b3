package dev.ripcord.console.webhook.hook;

import dev.ripcord.console.webhook.config.HookSettings;
import dev.ripcord.console.webhook.delivery.Backoff;
import dev.ripcord.console.webhook.delivery.Outcome;
import dev.ripcord.console.webhook.delivery.Post;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Resolution;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one receiver, on a thread of its own: whatever happens to it concerns no other. */
public final class Hook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hook.class);

    private final HookSettings settings;
    private final Post post;
    private final Outbox outbox;
    private final Envelope envelope;
    private final Ledger ledger;
    private final Backoff backoff;
    private final Thread worker;
    private volatile boolean closed;
    private long quietUntil;

    public Hook(HookSettings settings, Post post) {
        this(settings, post, Outbox.MOST_CASES);
    }

    Hook(HookSettings settings, Post post, int mostCases) {
        this.settings = settings;
        this.post = post;
        this.outbox = new Outbox(settings.pace(), mostCases);
        this.envelope = new Envelope(settings);
        this.ledger = new Ledger(settings.name());
        this.backoff = new Backoff(settings.pace().backoff(), RandomGenerator.getDefault());
        this.worker = new Thread(this::work, "ripcord-webhook-" + settings.name());
        worker.setDaemon(true);
    }

    public void start() {
        worker.start();
    }

    public String name() {
        return settings.name();
    }

    /** Never waits. What does not fit any more is dropped, counted, and told in the next delivery. */
    public void tell(Notice notice, RecordPlace place) {
        if (settings.filter().wants(notice) && !outbox.add(notice, place, WallClock.SYSTEM.millis())) {
            dropped();
        }
    }

    /** @param place null where no record says it: time alone ended it */
    public void tell(Resolution resolution, RecordPlace place) {
        if (settings.filter().wants(resolution) && !outbox.end(resolution, place, WallClock.SYSTEM.millis())) {
            dropped();
        }
    }

    /** @return the first record of the partition that is not done with */
    public OptionalLong held(TopicPartition partition) {
        return outbox.held(partition);
    }

    public HookState state() {
        return ledger.state(outbox.waiting());
    }

    /** Ends the attempt that is on its way. What is not delivered by then stays undone, and is read again. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        outbox.close();
        post.close();
        worker.join(settings.pace().timeout().toMillis());
    }

    private void work() {
        try {
            while (!closed) {
                outbox.next(WallClock.SYSTEM.millis(), quietUntil).ifPresent(this::attempt);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Parcel parcel) {
        try {
            byte[] body = Json.bytes(settings.template().body(parcel.incident()));
            long now = WallClock.SYSTEM.millis();
            note(parcel, post.send(settings.target(), envelope.headers(parcel.incident(), body, now), body));
        } catch (RuntimeException broken) {
            // A fault of ours: the next incident must be told all the same. Its text may quote what it failed at.
            giveUp(parcel, "it could not be written: " + broken.getClass().getName());
        }
    }

    private void note(Parcel parcel, Outcome outcome) {
        long now = WallClock.SYSTEM.millis();
        switch (outcome.kind()) {
            case DELIVERED -> {
                outbox.delivered(parcel, now);
                ledger.delivered(now);
            }
            case REFUSED -> giveUp(parcel, outcome.reason());
            case RETRY -> failed(parcel, outcome, now);
        }
    }

    private void failed(Parcel parcel, Outcome outcome, long now) {
        if (closed) {
            return;
        }
        int failed = parcel.failed() + 1;
        if (failed >= settings.pace().attempts()) {
            giveUp(parcel, (failed == 1 ? "" : "after " + failed + " attempts: ") + outcome.reason());
            return;
        }
        Duration wait = backoff.after(failed, outcome.retryAfter());
        if (outcome.retryAfter().isPresent()) {
            quietUntil = now + wait.toMillis();
        }
        outbox.later(parcel, now + wait.toMillis());
        ledger.retried(outcome, now);
        LOG.warn(
                "webhook {}: {} could not be told of incident {}: {}; tried again in {} ms",
                settings.name(),
                settings.target(),
                parcel.incident().id(),
                outcome.reason(),
                wait.toMillis());
    }

    private void giveUp(Parcel parcel, String reason) {
        long now = WallClock.SYSTEM.millis();
        outbox.givenUp(parcel, now);
        ledger.failed(reason, now);
        LOG.error(
                "webhook {}: {} was not told of incident {} ({}), and will not be: {}",
                settings.name(),
                settings.target(),
                parcel.incident().id(),
                parcel.incident().phase().word(),
                reason);
    }

    private void dropped() {
        long dropped = ledger.dropped();
        if (Long.bitCount(dropped) == 1) {
            // At 1, 2, 4, 8 ...: a flood must not become a flood of log lines.
            LOG.error("webhook {}: too much is waiting; {} notices were dropped so far", settings.name(), dropped);
        }
    }
}

package dev.ripcord.console.webhook.intake;

import dev.ripcord.console.webhook.hook.Hook;
import dev.ripcord.console.webhook.hook.RecordPlace;
import dev.ripcord.console.webhook.notice.HaltedCauses;
import dev.ripcord.console.webhook.notice.Marks;
import dev.ripcord.console.webhook.notice.Notice;
import dev.ripcord.console.webhook.notice.Notices;
import dev.ripcord.console.webhook.notice.Resolution;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalMark;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes notices of records and hands them to the hooks that have not had them. One thread. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final List<Hook> hooks;
    private final HaltReader halts;
    private final Progress progress;
    private final SeenIds seen = new SeenIds();
    private HaltedCauses causes = new HaltedCauses();
    private volatile long unreadable;

    Intake(List<Hook> hooks, HaltReader halts, Progress progress) {
        this.hooks = hooks;
        this.halts = halts;
        this.progress = progress;
    }

    /** What was known of halts is from another reading of the topic. */
    void forgetHalts() {
        causes = new HaltedCauses();
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        var place = new RecordPlace(new TopicPartition(record.topic(), record.partition()), record.offset());
        try {
            if (record.topic().equals(Topic.SIGNALS.topicName())) {
                signal(record, place);
            } else {
                halt(record, place);
            }
        } catch (IOException | UntrustedRecord unread) {
            unreadable++;
            LOG.warn("webhooks: {} {} is passed over: {}", place.partition(), place.offset(), unread.getMessage());
        } catch (RuntimeException broken) {
            unreadable++;
            LOG.warn("webhooks: {} {} is passed over", place.partition(), place.offset(), broken);
        }
    }

    /** Pauses end by themselves, and no record says so. */
    void tick() {
        causes.expired(WallClock.SYSTEM.millis()).forEach(over -> hooks.forEach(hook -> hook.tell(over, null)));
    }

    long unreadable() {
        return unreadable;
    }

    private void signal(ConsumerRecord<byte[], byte[]> record, RecordPlace place) throws IOException {
        if (record.value() == null) {
            return;
        }
        Signal signal = Json.read(record.value(), Signal.class);
        if (seen.add(signal.signalId())) {
            tell(Notices.of(signal, marks(record)), place);
        }
    }

    private void halt(ConsumerRecord<byte[], byte[]> record, RecordPlace place) throws UntrustedRecord {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        long now = WallClock.SYSTEM.millis();
        if (record.value() == null) {
            List<Resolution> ended = causes.removed(key, now);
            if (isFirst(place)) {
                ended.forEach(over -> tell(over, place));
            }
            return;
        }
        HaltRecord read = halts.read(key, record.value());
        HaltedCauses.Change change = causes.after(read, now);
        if (!change.changed() || !isFirst(place)) {
            return;
        }
        change.over().forEach(over -> tell(over, place));
        if (read instanceof Halt halt && halt.writer() == Writer.OPERATOR) {
            tell(Notices.of(halt, record.timestamp()), place);
        } else if (read instanceof Release release && release.writer() == Writer.OPERATOR) {
            tell(Notices.of(release, record.timestamp()), place);
        }
    }

    /** Halts are read again whenever their partition comes back; what waits to be told must not wait twice. */
    private boolean isFirst(RecordPlace place) {
        return hooks.stream().anyMatch(hook -> progress.isNew(hook.name(), place)) && seen.add(place.toString());
    }

    private void tell(Notice notice, RecordPlace place) {
        hooks.stream().filter(hook -> progress.isNew(hook.name(), place)).forEach(hook -> hook.tell(notice, place));
    }

    private void tell(Resolution resolution, RecordPlace place) {
        hooks.stream().filter(hook -> progress.isNew(hook.name(), place)).forEach(hook -> hook.tell(resolution, place));
    }

    private static Marks marks(ConsumerRecord<byte[], byte[]> record) {
        return new Marks(
                isTrue(record, SignalMark.LATE.header()),
                // Its value is the incident by which the held halts are let through.
                record.headers().lastHeader(SignalMark.HELD.header()) != null,
                isTrue(record, SignalMark.MUTED.header()),
                // Its value is the id of the halt that stands.
                record.headers().lastHeader(SignalMark.STANDING.header()) != null);
    }

    private static boolean isTrue(ConsumerRecord<byte[], byte[]> record, String header) {
        var last = record.headers().lastHeader(header);
        return last != null && new String(last.value(), StandardCharsets.UTF_8).equals("true");
    }
}

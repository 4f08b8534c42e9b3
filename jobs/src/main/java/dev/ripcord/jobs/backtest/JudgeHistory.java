package dev.ripcord.jobs.backtest;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.detection.ReleaseBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.detect.ControlInput;
import dev.ripcord.jobs.detect.PatternLoader;
import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges sessions one after the other, each from its first event to its last.
 *
 * <p>For jobs in batch mode alone: there Flink sorts what it hands over by key and by the records' timestamps, which are
 * offsets here. So a session's events come together and in the order of their log, one session is held at a time, and
 * nothing of it is Flink's state. All patterns and releases are known before the first event; which of them count is
 * decided by Kafka's time, as it is in the guard.
 */
public final class JudgeHistory extends KeyedProcessFunction<SessionKey, DigestedEvent, Signal> {
    private final PatternLoader loader;
    private final ControlInput input;
    private final DetectionLimits limits;

    private transient PatternBook patterns;
    private transient ReleaseBook releases;
    private transient SessionDetector detector;
    private transient SessionState session;
    private transient ReadOnce read;

    public JudgeHistory(PatternLoader loader, ControlInput input, DetectionSettings settings) {
        this.loader = loader;
        this.input = input;
        this.limits = DetectionLimits.of(settings.allowedSkew(), settings.idleLimit(), settings.endedGrace());
    }

    @Override
    public void open(OpenContext context) {
        detector = new SessionDetector(limits);
        patterns = PatternBook.ofAllTime();
        for (PatternRecord record : loader.load()) {
            patterns.apply(record);
        }
        releases = ReleaseBook.ofAllTime(limits);
        HaltReader reader = input.trust().reader();
        input.loader().load().stream().filter(record -> !record.isTombstone()).forEach(record -> apply(record, reader));
    }

    private void apply(ControlRecord record, HaltReader reader) {
        try {
            releases.apply(reader.read(record.key(), record.value()), record.kafkaTime(), record.offset());
        } catch (UntrustedRecord | RuntimeException refused) {
            // As in the guard: what it did not believe released nothing.
        }
    }

    @Override
    public void processElement(DigestedEvent event, Context context, Collector<Signal> out) {
        SessionKey key = event.session();
        if (session == null || !session.key().equals(key)) {
            session = new SessionState(key, limits);
            read = new ReadOnce();
        }
        if (read.isNew(event.position())) {
            detector.judge(session, event, patterns.at(key.tenant(), event.kafkaTime()), releases)
                    .signals()
                    .forEach(out::collect);
        }
    }
}

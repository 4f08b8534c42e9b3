package dev.ripcord.jobs;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.detection.ReleaseBook;
import dev.ripcord.detection.Released;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.event.Envelope;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.UntrustedRecord;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Judges logs without Flink, with all that was ever published and released known before the first event. */
final class InProcess {
    private final PatternBook patterns = new PatternBook();
    private final ReleaseBook releases = new ReleaseBook(DetectionLimits.DEFAULT);
    private final Map<SessionKey, SessionState> sessions = new HashMap<>();
    private final Map<String, List<String>> signals = new TreeMap<>();
    private int released;

    InProcess(List<PatternRecord> patternRecords, List<ControlRecord> controlRecords) throws UntrustedRecord {
        patternRecords.forEach(patterns::apply);
        for (ControlRecord record : controlRecords) {
            if (!record.isTombstone()) {
                releases.apply(
                        HaltReader.trustingTheTopic().read(record.key(), record.value()),
                        record.kafkaTime(),
                        record.offset());
            }
        }
    }

    /** @param log each session's events in their order */
    InProcess judge(Stream<Envelope> log) {
        SessionDetector detector = new SessionDetector(DetectionLimits.DEFAULT);
        log.forEach(envelope -> {
            SessionKey key = envelope.event().session();
            SessionState session =
                    sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, DetectionLimits.DEFAULT));
            Judgement judgement =
                    detector.judge(session, envelope, patterns.at(key.tenant(), envelope.kafkaTime()), releases);
            judgement
                    .signals()
                    .forEach(signal -> signals.computeIfAbsent(signal.scope().key(), first -> new ArrayList<>())
                            .add(Json.text(signal)));
            released += judgement.released() == Released.NO ? 0 : 1;
        });
        return this;
    }

    /** @return by session the signals in their order, as their topic holds them */
    Map<String, List<String>> signals() {
        return signals;
    }

    /** @return how often a session began anew by a release */
    int released() {
        return released;
    }
}

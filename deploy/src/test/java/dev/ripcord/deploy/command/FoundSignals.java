package dev.ripcord.deploy.command;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.util.List;

/** Signals as the guard finds them. */
final class FoundSignals {
    private FoundSignals() {}

    /** @return what {@link PatternTexts#repeatedCall} finds in the session, halting at the third call */
    static Signal in(Session session) {
        var reading = DefinitionReader.read("again.yaml", PatternTexts.repeatedCall("again", 3));
        var book = PatternBook.enforcing(reading.definitions());
        var detector = new SessionDetector(DetectionLimits.DEFAULT);
        SessionKey key = session.events().get(0).session();
        var state = new SessionState(key, DetectionLimits.DEFAULT);
        List<Signal> found = session.envelopes().stream()
                .flatMap(event ->
                        detector.judge(state, event, book.at(key.tenant(), event.kafkaTime())).signals().stream())
                .toList();
        return found.get(0);
    }
}

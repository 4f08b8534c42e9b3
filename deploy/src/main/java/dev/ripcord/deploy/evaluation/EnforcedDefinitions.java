package dev.ripcord.deploy.evaluation;

import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges as the guard does, with all definitions enforced from the beginning of time. */
public final class EnforcedDefinitions implements SessionJudge {
    private static final Verdict REPEAT = new Verdict(true, List.of());
    private static final Verdict QUIET = new Verdict(false, List.of());

    private final List<String> definitions;
    private final Action least;
    private final PatternBook book;
    private final DetectionLimits limits = DetectionLimits.DEFAULT;
    private final SessionDetector detector = new SessionDetector(limits);
    private final Map<SessionKey, SessionState> sessions = new HashMap<>();

    /** @param least what a definition must at least ask for, to count as stopping a session */
    public EnforcedDefinitions(List<? extends Document> documents, Action least) {
        this.definitions =
                Document.definitions(documents).stream().map(Definition::id).toList();
        this.least = least;
        this.book = PatternBook.enforcing(documents);
    }

    @Override
    public Verdict judge(Envelope event) {
        var key = event.event().session();
        var session = sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, limits));
        var judgement = detector.judge(session, event, book.at(key.tenant(), event.kafkaTime()));
        if (judgement.duplicate()) {
            return REPEAT;
        }
        return judgement.signals().isEmpty() ? QUIET : new Verdict(false, stopping(judgement.signals()));
    }

    /** Of what the guard tells by itself nothing counts. */
    private Collection<String> stopping(List<Signal> signals) {
        return signals.stream()
                .filter(signal -> signal.action().compareTo(least) >= 0)
                .map(signal -> signal.pattern().id())
                .filter(definitions::contains)
                .toList();
    }

    @Override
    public Collection<String> definitions() {
        return definitions;
    }
}

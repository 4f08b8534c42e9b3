package dev.ripcord.detection;

import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.ToolProfile;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Runs the cases of a definition, as if it were enforced. */
public final class CaseRunner {
    private final Definition definition;
    private final List<Document> documents = new ArrayList<>();
    private final DetectionLimits limits;
    private final Map<Map<String, Object>, PatternBook> books = new HashMap<>();

    public CaseRunner(Definition definition, DetectionLimits limits) {
        this(definition, List.of(), limits);
    }

    /** @param tools that are in force as well */
    public CaseRunner(Definition definition, List<ToolProfile> tools, DetectionLimits limits) {
        this.definition = definition;
        this.documents.add(definition);
        this.documents.addAll(tools);
        this.limits = limits;
    }

    /** @throws IllegalArgumentException where the definition cannot run with the case's parameters; the message says why */
    public CaseResult run(Case tried) {
        PatternBook book =
                books.computeIfAbsent(tried.parameters(), parameters -> PatternBook.enforcing(documents, parameters));
        return new CaseResult(tried, firstSignal(tried.events(), book));
    }

    /** @return index of the event that completes the first match, of any of the events' sessions */
    private OptionalInt firstSignal(List<Envelope> events, PatternBook book) {
        SessionDetector detector = new SessionDetector(limits);
        Map<SessionKey, SessionState> sessions = new HashMap<>();
        for (int index = 0; index < events.size(); index++) {
            Envelope envelope = events.get(index);
            SessionKey key = envelope.event().session();
            SessionState session = sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, limits));
            ActivePatterns patterns = book.at(key.tenant(), envelope.kafkaTime());
            Judgement judgement = detector.judge(session, envelope, patterns);
            if (judgement.signals().stream().anyMatch(signal -> signal.pattern().equals(definition.reference()))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}

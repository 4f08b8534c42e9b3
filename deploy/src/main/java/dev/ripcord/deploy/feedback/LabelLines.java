package dev.ripcord.deploy.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Feedback;
import dev.ripcord.signal.Feedback.Verdict;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes labels of what people said of signals: a line for each session, as {@code evaluate}, {@code tune} and {@code
 * backtest} read them. A session is to be stopped where any of its signals is right; where all of them are false alarms
 * it is healthy.
 */
public final class LabelLines {
    private static final Comparator<SessionKey> BY_NAME =
            Comparator.comparing(SessionKey::tenant).thenComparing(SessionKey::session);

    private LabelLines() {}

    /** @param key that says whether the session is to be stopped */
    public static List<String> of(Collection<Feedback> all, String key) {
        var bySession = new TreeMap<SessionKey, List<Feedback>>(BY_NAME);
        all.forEach(feedback -> bySession
                .computeIfAbsent(feedback.session(), none -> new ArrayList<>())
                .add(feedback));
        var lines = new ArrayList<String>();
        bySession.forEach((session, words) -> lines.add(Json.text(line(session, words, key))));
        return lines;
    }

    private static ObjectNode line(SessionKey session, List<Feedback> words, String key) {
        boolean right = words.stream().anyMatch(word -> word.verdict() == Verdict.RIGHT);
        var line = Json.MAPPER.createObjectNode();
        line.put("tenant_id", session.tenant()).put("session_id", session.session());
        line.put(key, right).put("healthy", !right);
        var patterns = line.putArray("patterns");
        words.stream().map(word -> word.pattern().id()).distinct().sorted().forEach(patterns::add);
        var notes = line.putArray("notes");
        words.stream()
                .filter(word -> word.note() != null)
                .forEach(word -> notes.add(word.actor().name() + ": " + word.note()));
        return line;
    }
}

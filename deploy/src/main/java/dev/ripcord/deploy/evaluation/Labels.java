package dev.ripcord.deploy.evaluation;

import dev.ripcord.topic.SessionKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of each session, by session. */
public final class Labels {
    private final Map<SessionKey, Placed> bySession = new LinkedHashMap<>();

    private record Placed(Label label, String place) {}

    /** @return whether the session had no label yet; the first one counts */
    boolean add(SessionKey session, Label label, String place) {
        return bySession.putIfAbsent(session, new Placed(label, place)) == null;
    }

    public Optional<Label> of(SessionKey session) {
        return Optional.ofNullable(bySession.get(session)).map(Placed::label);
    }

    public Iterable<SessionKey> sessions() {
        return bySession.keySet();
    }

    public String placeOf(SessionKey session) {
        return bySession.get(session).place();
    }
}

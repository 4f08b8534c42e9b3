package dev.ripcord.console.acks;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What runtimes have said of one halt. A halt of everything has as many as there are sessions: all are counted, of the
 * first ones each is kept.
 */
final class HaltAcks {
    private static final int SESSIONS_KEPT = 100;
    private static final int SESSIONS_COUNTED = 10_000;

    private final Map<String, EnumMap<Status, SessionAck>> bySession = new LinkedHashMap<>();
    private final EnumMap<Status, Long> firstAt = new EnumMap<>(Status.class);
    private final EnumMap<Status, Integer> counts = new EnumMap<>(Status.class);

    /** @param time the broker's, milliseconds since the epoch */
    void add(Acknowledgement ack, long time) {
        String session = ack.session().key();
        if (!bySession.containsKey(session) && bySession.size() >= SESSIONS_COUNTED) {
            return;
        }
        SessionAck before = bySession
                .computeIfAbsent(session, any -> new EnumMap<>(Status.class))
                .putIfAbsent(ack.status(), SessionAck.of(ack, time));
        if (before == null) {
            firstAt.putIfAbsent(ack.status(), time);
            counts.merge(ack.status(), 1, Integer::sum);
        }
    }

    Acknowledged summary() {
        List<SessionAck> first = new ArrayList<>();
        bySession.values().stream().limit(SESSIONS_KEPT).forEach(acks -> first.addAll(acks.values()));
        return new Acknowledged(
                firstAt.get(Status.RECEIVED),
                firstAt.get(Status.STOPPED),
                firstAt.get(Status.REFUSED),
                counts.getOrDefault(Status.RECEIVED, 0),
                counts.getOrDefault(Status.STOPPED, 0),
                counts.getOrDefault(Status.REFUSED, 0),
                List.copyOf(first));
    }
}

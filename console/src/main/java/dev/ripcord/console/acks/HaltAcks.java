package dev.ripcord.console.acks;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runtimes have said of one halt. A halt of everything has as many as there are sessions: all are counted, of the
 * first ones each is kept.
 */
final class HaltAcks {
    private static final int SESSIONS_KEPT = 100;
    private static final int SESSIONS_COUNTED = 10_000;

    private final Map<String, EnumMap<Status, Long>> bySession = new HashMap<>();
    private final Map<String, EnumMap<Status, SessionAck>> first = new LinkedHashMap<>();
    private final EnumMap<Status, Long> firstAt = new EnumMap<>(Status.class);
    private final EnumMap<Status, Integer> counts = new EnumMap<>(Status.class);

    /** @param time the broker's, milliseconds since the epoch */
    void add(Acknowledgement ack, long time) {
        String session = ack.session().key();
        if (!bySession.containsKey(session) && bySession.size() >= SESSIONS_COUNTED) {
            return;
        }
        if (bySession
                        .computeIfAbsent(session, any -> new EnumMap<>(Status.class))
                        .putIfAbsent(ack.status(), time)
                == null) {
            firstAt.putIfAbsent(ack.status(), time);
            counts.merge(ack.status(), 1, Integer::sum);
            keep(session, ack, time);
        }
    }

    private void keep(String session, Acknowledgement ack, long time) {
        if (first.containsKey(session) || first.size() < SESSIONS_KEPT) {
            first.computeIfAbsent(session, any -> new EnumMap<>(Status.class))
                    .put(ack.status(), SessionAck.of(ack, time));
        }
    }

    int sessions() {
        return bySession.size();
    }

    /** @param session {@code tenant/session}, also one that none of the first words is of */
    Optional<LatestWord> latest(String session) {
        return Optional.ofNullable(bySession.get(session)).flatMap(LatestWord::of);
    }

    Acknowledged summary() {
        List<SessionAck> kept = new ArrayList<>();
        first.values().forEach(acks -> kept.addAll(acks.values()));
        return new Acknowledged(
                firstAt.get(Status.RECEIVED),
                firstAt.get(Status.STOPPED),
                firstAt.get(Status.REFUSED),
                counts.getOrDefault(Status.RECEIVED, 0),
                counts.getOrDefault(Status.STOPPED, 0),
                counts.getOrDefault(Status.REFUSED, 0),
                List.copyOf(kept));
    }
}

package dev.ripcord.deploy.bench.traffic;

import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.Origin;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.Optional;
import java.util.OptionalLong;

/** The log of a {@link Traffic}: its n-th record, as bytes or as what the guard makes of them. */
public final class SyntheticLog {
    private static final long SEED = 20_260_101;
    private static final Scripts SCRIPTS = new Scripts(SEED);

    private final Traffic traffic;

    public SyntheticLog(Traffic traffic) {
        this.traffic = traffic;
    }

    /** @return the session's id, as its events name it */
    public static String sessionId(long session) {
        return EventTemplate.sessionId(session);
    }

    /** @return the session's number */
    public static long session(String sessionId) {
        return Long.parseLong(sessionId.substring(sessionId.indexOf('-') + 1));
    }

    public Traffic traffic() {
        return traffic;
    }

    /** @return the record's value: JSON */
    public byte[] bytes(long event) {
        return bytes(event, traffic.time(event));
    }

    /** @return the record's value where the event happens at another time */
    public byte[] bytes(long event, long time) {
        long session = traffic.session(event);
        int index = traffic.index(event);
        return template(session, index).bytesOf(session, index, time);
    }

    /** @return the event as decoding its record gives it; that is not done here, so that the source is quick */
    public Envelope envelope(long event) {
        long session = traffic.session(event);
        int index = traffic.index(event);
        long time = traffic.time(event);
        EventTemplate template = template(session, index);
        Event shared = template.decoded();
        Event own = new Event(
                shared.type(),
                new SessionKey(SessionKey.DEFAULT_TENANT, EventTemplate.sessionId(session)),
                shared.agent(),
                time,
                shared.payload(),
                origin(session, index));
        return new Envelope(new Position(0, event), time, own, template.bytesOf(session, index, time));
    }

    /** @return the event as the operator that decodes hands it on; that is not done here, so that the source is quick */
    public DigestedEvent digested(long event) {
        long session = traffic.session(event);
        int index = traffic.index(event);
        long time = traffic.time(event);
        EventTemplate template = template(session, index);
        return template.digested()
                .saidBy(
                        new SessionKey(SessionKey.DEFAULT_TENANT, EventTemplate.sessionId(session)),
                        EventTemplate.eventId(session, index),
                        new Position(0, event),
                        time,
                        template.bytesOf(session, index, time));
    }

    private EventTemplate template(long session, int index) {
        Family family = traffic.family(session);
        int script = traffic.scriptIndex(index);
        if (family != Family.HEALTHY && script >= 0) {
            return SCRIPTS.script(family, session, script);
        }
        // A runaway does not come to its end.
        boolean last = index == traffic.length() - 1;
        return last ? SCRIPTS.end() : SCRIPTS.turn(Mix.of(session) / Scripts.TURN * Scripts.TURN + index);
    }

    private static Origin origin(long session, int index) {
        return new Origin(
                Optional.of(EventTemplate.eventId(session, index)),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

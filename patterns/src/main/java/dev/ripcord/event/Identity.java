package dev.ripcord.event;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.OptionalLong;

/**
 * What makes two records the same event, so that a producer's retry counts once: its event_id; else trace, span and
 * type; else, where a trace is given, a hash of trace, time, type and payload. An event with none of these has no
 * identity and is never dropped.
 *
 * <p>64 bits of XXH3: among the 512 identities that a session keeps, two differing ones meet once in 10^14 sessions.
 */
public final class Identity {
    private Identity() {}

    public static OptionalLong of(Event event) {
        Origin origin = event.origin();
        if (origin.eventId().isPresent()) {
            return OptionalLong.of(ofEventId(origin.eventId().get()));
        }
        if (origin.traceId().isEmpty()) {
            return OptionalLong.empty();
        }
        HashStream64 stream = stream().putString(origin.traceId().get()).putString(event.type());
        return origin.spanId().isPresent()
                ? hash(stream.putString(origin.spanId().get()))
                : hash(stream.putLong(event.timestamp())
                        .putString(event.payload().node().toString()));
    }

    /** @return the identity of the event with that id: another event may refer to it */
    public static long ofEventId(String eventId) {
        return stream().putString(eventId).getAsLong();
    }

    private static HashStream64 stream() {
        return Hashing.xxh3_64().hashStream();
    }

    private static OptionalLong hash(HashStream64 stream) {
        return OptionalLong.of(stream.getAsLong());
    }
}

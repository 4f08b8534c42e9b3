package dev.ripcord.event;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * What makes two records the same event, so that a producer's retry counts once: its event_id; else trace, span and
 * type; else, where a trace is given, a hash of trace, time, type and payload. An event with none of these has no
 * identity and is never dropped.
 *
 * <p>64 bits of XXH3: among the 512 identities that a session keeps, two differing ones meet once in 10^14 sessions.
 */
public final class Identity {
    private static final Hasher64 HASHER = Hashing.xxh3_64();
    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Identity() {}

    public static OptionalLong of(Event event) {
        Origin origin = event.origin();
        if (origin.eventId().isPresent()) {
            return OptionalLong.of(ofEventId(origin.eventId().get()));
        }
        if (origin.traceId().isEmpty()) {
            return OptionalLong.empty();
        }
        String trace = origin.traceId().get();
        return OptionalLong.of(
                origin.spanId().isPresent()
                        ? ofTexts(trace, event.type(), origin.spanId().get())
                        : HASHER.hashStream()
                                .putString(trace)
                                .putString(event.type())
                                .putLong(event.timestamp())
                                .putString(event.payload().node().toString())
                                .getAsLong());
    }

    /** @return the identity of the event with that id: another event may refer to it */
    public static long ofEventId(String eventId) {
        return ofTexts(eventId);
    }

    /** As a stream would hash them, which takes a kilobyte of memory: each with its length behind it. */
    private static long ofTexts(String... texts) {
        int length = 0;
        for (String text : texts) {
            length += text.length() * Character.BYTES + Integer.BYTES;
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (String text : texts) {
            for (int index = 0; index < text.length(); index++, at += Character.BYTES) {
                CHAR.set(bytes, at, text.charAt(index));
            }
            INT.set(bytes, at, text.length());
            at += Integer.BYTES;
        }
        return HASHER.hashBytesToLong(bytes);
    }
}

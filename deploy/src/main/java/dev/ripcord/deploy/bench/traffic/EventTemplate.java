package dev.ripcord.deploy.bench.traffic;

import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.topic.Position;
import java.nio.charset.StandardCharsets;

/**
 * An event with room for what differs from session to session: its id, the session and the time, all in digits of a
 * fixed number at fixed places. What costs time, writing and reading JSON, is done once and before the clock starts.
 */
final class EventTemplate {
    private static final String HEAD =
            "{\"event_id\":\"0000000000-000000\",\"session_id\":\"bench-0000000000\"," + "\"timestamp\":0000000000000,";
    private static final int ID_SESSION = HEAD.indexOf("0000000000-");
    private static final int ID_INDEX = HEAD.indexOf("-000000\"") + 1;
    private static final int SESSION = HEAD.indexOf("bench-") + "bench-".length();
    private static final int TIME = HEAD.indexOf(":0000000000000") + 1;
    private static final int SESSION_DIGITS = 10;
    private static final int INDEX_DIGITS = 6;
    private static final int TIME_DIGITS = 13;

    private final byte[] bytes;
    private final Event decoded;
    private final DigestedEvent digested;

    /** @param payload a JSON object, as text */
    EventTemplate(String type, String agent, String payload) {
        String tail = "\"event_type\":\"" + type + "\",\"agent_id\":\"" + agent + "\",\"payload\":" + payload + "}";
        bytes = (HEAD + tail).getBytes(StandardCharsets.UTF_8);
        byte[] sample = bytesOf(0, 0, 1_000_000_000_000L);
        decoded = decoded(sample);
        digested = DigestedEvent.of(new Envelope(new Position(0, 0), 0, decoded, sample), VolatileFields.DEFAULT);
    }

    private static Event decoded(byte[] json) {
        if (EventDecoder.decode(json) instanceof Decoded.Readable readable) {
            return readable.event();
        }
        throw new IllegalStateException("a template is no event: " + new String(json, StandardCharsets.UTF_8));
    }

    /** @return the record of an event of the session, newly made */
    byte[] bytesOf(long session, int index, long time) {
        byte[] event = bytes.clone();
        digits(event, ID_SESSION, SESSION_DIGITS, session);
        digits(event, ID_INDEX, INDEX_DIGITS, index);
        digits(event, SESSION, SESSION_DIGITS, session);
        digits(event, TIME, TIME_DIGITS, time);
        return event;
    }

    /** @return what the record says that is the same for every session: type, agent and payload */
    Event decoded() {
        return decoded;
    }

    /** @return the same, with what it says worked out */
    DigestedEvent digested() {
        return digested;
    }

    int length() {
        return bytes.length;
    }

    /** @return as the record has it at this place */
    static String sessionId(long session) {
        byte[] digits = "bench-0000000000".getBytes(StandardCharsets.US_ASCII);
        digits(digits, "bench-".length(), SESSION_DIGITS, session);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** @return as the record has it at this place */
    static String eventId(long session, int index) {
        byte[] digits = new byte[SESSION_DIGITS + 1 + INDEX_DIGITS];
        digits(digits, 0, SESSION_DIGITS, session);
        digits[SESSION_DIGITS] = '-';
        digits(digits, SESSION_DIGITS + 1, INDEX_DIGITS, index);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] target, int from, int count, long number) {
        long rest = number;
        for (int place = from + count - 1; place >= from; place--) {
            target[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}

package dev.ripcord.fact;

import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.Payload;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * An event as it is judged: with its place in the log, and what it says worked out already ({@link Digest}).
 *
 * @param kafkaTime the broker's append time, milliseconds since the epoch
 * @param timestamp the producer's time, milliseconds since the epoch
 * @param parentSession null where the event names none
 * @param rootSession likewise
 * @param payload as written, read only where a condition asks for it
 * @param bytes begin with the record's value as its producer wrote it
 * @param length of that value
 */
public record DigestedEvent(
        Position position,
        long kafkaTime,
        SessionKey session,
        long timestamp,
        String parentSession,
        String rootSession,
        Digest digest,
        Payload payload,
        byte[] bytes,
        int length) {

    public DigestedEvent {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(bytes, "bytes");
    }

    public static DigestedEvent of(Envelope envelope, VolatileFields volatileFields) {
        Event event = envelope.event();
        return new DigestedEvent(
                envelope.position(),
                envelope.kafkaTime(),
                event.session(),
                event.timestamp(),
                event.origin().parentSession().orElse(null),
                event.origin().rootSession().orElse(null),
                Digest.of(event, volatileFields),
                event.payload(),
                envelope.bytes(),
                envelope.bytes().length);
    }

    /**
     * The same said once more, elsewhere: for logs that are made up, where reading each event would take the time that
     * is to be measured.
     *
     * @param eventId of the event that says it
     * @param time Kafka's and the producer's
     */
    public DigestedEvent saidBy(SessionKey other, String eventId, Position place, long time, byte[] record) {
        return new DigestedEvent(
                place,
                time,
                other,
                time,
                parentSession,
                rootSession,
                digest.of(eventId),
                Payload.in(record, record.length),
                record,
                record.length);
    }

    /**
     * The same event, read as a deployment says of its tool.
     *
     * @param reading {@link ToolReading#beside} what is usual
     */
    public DigestedEvent readAs(ToolReading reading) {
        return with(digest.readAs(reading, payload), payload, bytes);
    }

    /** @return the same, whose bytes are nobody else's */
    public DigestedEvent owned() {
        byte[] own = Arrays.copyOf(bytes, length);
        return with(digest, Payload.in(own, length), own);
    }

    private DigestedEvent with(Digest newDigest, Payload newPayload, byte[] newBytes) {
        return new DigestedEvent(
                position,
                kafkaTime,
                session,
                timestamp,
                parentSession,
                rootSession,
                newDigest,
                newPayload,
                newBytes,
                length);
    }

    public String type() {
        return digest.words().type();
    }

    public String agent() {
        return digest.words().agent();
    }

    /** @return null where the event names none; at most 256 characters of it */
    public String tool() {
        return digest.words().tool();
    }

    /** @return fingerprint of the tool with its canonical arguments, where both are known: equal calls have equal ones */
    public OptionalLong callFingerprint() {
        long fingerprint = digest.call().call();
        return fingerprint == CanonicalHash.NONE ? OptionalLong.empty() : OptionalLong.of(fingerprint);
    }

    /** Two are equal where they stand for the same record. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DigestedEvent event && event.position.equals(position) && event.session.equals(session);
    }

    @Override
    public int hashCode() {
        return position.hashCode();
    }

    @Override
    public String toString() {
        return position + " " + session + " " + type();
    }
}

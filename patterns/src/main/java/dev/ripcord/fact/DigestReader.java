package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Payload;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Reads what {@link DigestWriter} wrote. Not for several threads. */
final class DigestReader {
    private static final int TYPES = 256;
    private static final int WORDS = 1 << 12;

    private final KnownWords types = new KnownWords(TYPES, EventTypes::canonical);
    private final KnownWords known = new KnownWords(WORDS, UnaryOperator.identity());
    private byte[] bytes;
    private int at;

    /**
     * @param digest as written
     * @param record begins with the event's bytes, as its producer wrote them
     * @param length of these
     */
    DigestedEvent read(byte[] digest, byte[] record, int length) {
        bytes = digest;
        at = 0;
        Position position = new Position((int) number(), number());
        long kafkaTime = number();
        long timestamp = number();
        // Of live sessions there may be more than are kept at hand: a word made anew costs less than one out of reach.
        SessionKey session = new SessionKey(familiar(), fresh());
        return new DigestedEvent(
                position,
                kafkaTime,
                session,
                timestamp,
                familiar(),
                familiar(),
                digest(),
                Payload.in(record, length),
                record,
                length);
    }

    /** Arguments are evaluated from left to right, which is the order in which the parts were written. */
    private Digest digest() {
        int flags = short16();
        return new Digest(
                words(),
                number(),
                role(flags),
                has(flags, DigestWriter.CALL) ? call(flags) : CallWords.NONE,
                has(flags, DigestWriter.OUTCOME) ? outcome(flags) : Outcome.NONE,
                has(flags, DigestWriter.STATE) ? number() : CanonicalHash.NONE,
                has(flags, DigestWriter.SAID) ? new Wording(number(), number()) : Wording.NONE,
                has(flags, DigestWriter.HANDOFF) ? new Handoff(number(), number(), number()) : Handoff.NONE,
                has(flags, DigestWriter.AMOUNTS) ? amounts() : Amounts.NONE);
    }

    private static StepRole role(int flags) {
        if (has(flags, DigestWriter.ACTS)) {
            return StepRole.ACTS;
        }
        if (has(flags, DigestWriter.POLLS)) {
            return StepRole.POLLS;
        }
        return has(flags, DigestWriter.PASSES) ? StepRole.PASSES : StepRole.COMMUNICATES;
    }

    private CallWords call(int flags) {
        return new CallWords(
                number(), number(), number(), number(), has(flags, DigestWriter.CALL_MARKS) ? marks() : Marks.NONE);
    }

    private Marks marks() {
        char[] marks = new char[short16()];
        for (int index = 0; index < marks.length; index++) {
            marks[index] = (char) short16();
        }
        return new Marks(marks);
    }

    private StepEvent words() {
        return new StepEvent(
                word(types),
                familiar(),
                familiar(),
                familiar(),
                familiar(),
                familiar(),
                familiar(),
                fresh(),
                fresh(),
                fresh());
    }

    private Outcome outcome(int flags) {
        long fingerprint = number();
        long error = number();
        return new Outcome(
                fingerprint,
                has(flags, DigestWriter.FAILED),
                has(flags, DigestWriter.HIDDEN),
                error,
                has(flags, DigestWriter.SHOWS_RESULT),
                has(flags, DigestWriter.RESULT_MARKS) ? marks() : Marks.NONE,
                has(flags, DigestWriter.PROGRESS) ? Double.longBitsToDouble(number()) : ProgressShown.NONE);
    }

    private Amounts amounts() {
        return new Amounts(number(), number(), number(), number(), number(), number(), number(), (int) number());
    }

    private static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }

    /** A word that other events have as well: a tool, an agent. */
    private String familiar() {
        return word(known);
    }

    private String word(KnownWords among) {
        int length = short16();
        if (length == DigestWriter.NO_WORD) {
            return null;
        }
        String word = among.word(bytes, at, length);
        at += length;
        return word;
    }

    /** A word of this event alone: its id, its place in a conversation. */
    private String fresh() {
        int length = short16();
        if (length == DigestWriter.NO_WORD) {
            return null;
        }
        String word = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return word;
    }

    private long number() {
        long number = (long) DigestWriter.LONG.get(bytes, at);
        at += Long.BYTES;
        return number;
    }

    private int short16() {
        int number = (short) DigestWriter.SHORT.get(bytes, at) & 0xFFFF;
        at += Short.BYTES;
        return number;
    }
}

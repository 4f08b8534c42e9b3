package dev.ripcord.fact;

import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lays an event's digest out as bytes for its way to the operator that keeps its session. Not for state: both ends are
 * the same version. What an event does not say takes no room: flags tell which parts follow. Not for several threads.
 */
final class DigestWriter {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    static final int ACTS = 1;
    static final int CALL = 1 << 1;
    static final int OUTCOME = 1 << 2;
    static final int FAILED = 1 << 3;
    static final int HIDDEN = 1 << 4;
    static final int SHOWS_RESULT = 1 << 5;
    static final int STATE = 1 << 6;
    static final int SAID = 1 << 7;
    static final int HANDOFF = 1 << 8;
    static final int AMOUNTS = 1 << 9;
    static final int PASSES = 1 << 10;
    static final int CALL_MARKS = 1 << 11;
    static final int RESULT_MARKS = 1 << 12;
    static final int PROGRESS = 1 << 13;
    static final int POLLS = 1 << 14;

    /** Stands for no word: no word is so long, see {@link StepEvent}. */
    static final int NO_WORD = 0xFFFF;

    private static final int FIRST_CAPACITY = 512;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    /** @return the bytes written, up to {@link #size}; overwritten by the next event */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void write(DigestedEvent event) {
        size = 0;
        position(event.position());
        number(event.kafkaTime());
        number(event.timestamp());
        session(event.session());
        word(event.parentSession());
        word(event.rootSession());
        digest(event.digest());
    }

    private void position(Position position) {
        number(position.partition());
        number(position.offset());
    }

    private void session(SessionKey session) {
        word(session.tenant());
        word(session.session());
    }

    private void digest(Digest digest) {
        short16(flags(digest));
        words(digest.words());
        number(digest.identity());
        if (digest.call() != CallWords.NONE) {
            call(digest.call());
        }
        if (digest.outcome() != Outcome.NONE) {
            number(digest.outcome().fingerprint());
            number(digest.outcome().error());
            marks(digest.outcome().lines());
            progress(digest.outcome().progress());
        }
        if (digest.state() != CanonicalHash.NONE) {
            number(digest.state());
        }
        if (digest.said() != Wording.NONE) {
            number(digest.said().fingerprint());
            number(digest.said().sketch());
        }
        if (digest.handoff() != Handoff.NONE) {
            number(digest.handoff().from());
            number(digest.handoff().to());
            number(digest.handoff().task());
        }
        if (digest.amounts() != Amounts.NONE) {
            amounts(digest.amounts());
        }
    }

    private static int flags(Digest digest) {
        Outcome outcome = digest.outcome();
        return (digest.role() == StepRole.ACTS ? ACTS : 0)
                | (digest.role() == StepRole.PASSES ? PASSES : 0)
                | (digest.role() == StepRole.POLLS ? POLLS : 0)
                | (digest.call().marks().size() > 0 ? CALL_MARKS : 0)
                | (outcome.lines().size() > 0 ? RESULT_MARKS : 0)
                | (digest.call() != CallWords.NONE ? CALL : 0)
                | (outcome != Outcome.NONE ? OUTCOME : 0)
                | (outcome.failed() ? FAILED : 0)
                | (outcome.hidden() ? HIDDEN : 0)
                | (outcome.showsResult() ? SHOWS_RESULT : 0)
                | (ProgressShown.isShown(outcome.progress()) ? PROGRESS : 0)
                | (digest.state() != CanonicalHash.NONE ? STATE : 0)
                | (digest.said() != Wording.NONE ? SAID : 0)
                | (digest.handoff() != Handoff.NONE ? HANDOFF : 0)
                | (digest.amounts() != Amounts.NONE ? AMOUNTS : 0);
    }

    private void words(StepEvent words) {
        word(words.type());
        word(words.agent());
        word(words.tool());
        word(words.status());
        word(words.model());
        word(words.fromAgent());
        word(words.toAgent());
        word(words.eventId());
        word(words.requestRef());
        word(words.callerStep());
    }

    private void call(CallWords call) {
        number(call.ref());
        number(call.callerStep());
        number(call.tool());
        number(call.call());
        marks(call.marks());
    }

    /** Flags tell whether there are any. */
    private void marks(Marks marks) {
        if (marks.size() > 0) {
            short16(marks.size());
        }
        for (int index = 0; index < marks.size(); index++) {
            short16(marks.mark(index));
        }
    }

    private void progress(double progress) {
        if (ProgressShown.isShown(progress)) {
            number(Double.doubleToRawLongBits(progress));
        }
    }

    private void amounts(Amounts amounts) {
        number(amounts.cost());
        number(amounts.sessionCost());
        number(amounts.corrects());
        number(amounts.tokens());
        number(amounts.latency());
        number(amounts.retries());
        number(amounts.budget());
        number(amounts.unreadable());
    }

    private void number(long number) {
        room(Long.BYTES);
        LONG.set(bytes, size, number);
        size += Long.BYTES;
    }

    private void short16(int number) {
        room(Short.BYTES);
        SHORT.set(bytes, size, (short) number);
        size += Short.BYTES;
    }

    private void word(String word) {
        if (word == null) {
            short16(NO_WORD);
            return;
        }
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        short16(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}

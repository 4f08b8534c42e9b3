package dev.ripcord.decision;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Writer;
import dev.ripcord.pattern.Escalation;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.Position;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How one halt fares: on its way, read back, acknowledged, ignored. Words about a halt may come before the halt itself.
 *
 * @param writer null while only others have named the halt
 * @param pattern null on an operator's halt
 * @param escalates whether the lineage is halted too where this one is ignored
 * @param position of the completing event; null on an operator's halt
 * @param eventAt Kafka time of that event; null likewise
 * @param recordedAt Kafka time of the halt's record; null until it is read back
 * @param expiresAt null for a halt that does not end by itself
 * @param ackDueAt wall clock at which an acknowledgement is due; null where none is waited for
 * @param receivedAt Kafka time of the first acknowledgement; null where there is none
 * @param stoppedAt Kafka time of the first that the agent stopped; null where there is none
 * @param told what people were told of it
 */
public record HaltCase(
        String haltId,
        Writer writer,
        PatternReference pattern,
        boolean escalates,
        Position position,
        Long eventAt,
        Long recordedAt,
        Long expiresAt,
        Long ackDueAt,
        Long receivedAt,
        Long stoppedAt,
        Ignored ignored,
        Set<Alarm> told) {
    public HaltCase {
        ignored = ignored == null ? Ignored.NEVER : ignored;
        told = told == null ? Set.of() : Set.copyOf(told);
    }

    static HaltCase named(String haltId) {
        return new HaltCase(haltId, null, null, false, null, null, null, null, null, null, null, null, null);
    }

    /** @param halt that the signal leads to, not read back yet */
    HaltCase decided(Signal signal, Halt halt) {
        // After a recovery its record and what runtimes said of it may have been read before the signal came again.
        return of(halt, recordedAt, ackDueAt, escalates || signal.escalation() == Escalation.PARENT);
    }

    /** @return with the lineage to be halted too where it is ignored: another signal of the scope asks for that */
    HaltCase escalating() {
        return new HaltCase(
                haltId,
                writer,
                pattern,
                true,
                position,
                eventAt,
                recordedAt,
                expiresAt,
                ackDueAt,
                receivedAt,
                stoppedAt,
                ignored,
                told);
    }

    /** @param ackDueAt null where no acknowledgement is waited for */
    HaltCase recorded(Halt halt, long kafkaTime, Long ackDueAt) {
        // Written twice, after a recovery: it was there from the first time on.
        return recordedAt != null ? this : of(halt, kafkaTime, receivedAt == null ? ackDueAt : null, escalates);
    }

    private HaltCase of(Halt halt, Long recorded, Long due, boolean escalating) {
        return new HaltCase(
                haltId,
                halt.writer(),
                halt.pattern(),
                escalating,
                halt.position(),
                halt.position() == null ? null : halt.issuedAt(),
                recorded,
                halt.expiresAt(),
                due,
                receivedAt,
                stoppedAt,
                ignored,
                told);
    }

    HaltCase acknowledged(Acknowledgement.Status status, long kafkaTime) {
        boolean stopped = status == Acknowledgement.Status.STOPPED && stoppedAt == null;
        return with(
                null,
                receivedAt == null ? kafkaTime : receivedAt,
                stopped ? (Long) kafkaTime : stoppedAt,
                ignored,
                told);
    }

    HaltCase waitingUntil(long wallClock) {
        Long due = ackDueAt == null ? null : (Long) Math.max(ackDueAt, wallClock);
        return with(due, receivedAt, stoppedAt, ignored, told);
    }

    HaltCase waitedFor() {
        return with(null, receivedAt, stoppedAt, ignored, told);
    }

    HaltCase violated(Violation violation) {
        return with(ackDueAt, receivedAt, stoppedAt, ignored.with(violation), told);
    }

    HaltCase telling(Alarm alarm) {
        Set<Alarm> more = EnumSet.of(alarm);
        more.addAll(told);
        return with(ackDueAt, receivedAt, stoppedAt, ignored, more);
    }

    private HaltCase with(Long due, Long received, Long stopped, Ignored disobeyed, Set<Alarm> alarms) {
        return new HaltCase(
                haltId,
                writer,
                pattern,
                escalates,
                position,
                eventAt,
                recordedAt,
                expiresAt,
                due,
                received,
                stopped,
                disobeyed,
                alarms);
    }

    boolean isKnown() {
        return writer != null;
    }

    boolean hasTold(Alarm alarm) {
        return told.contains(alarm);
    }

    /**
     * @param kafkaTime when the session last said that it knows of a halt, or stopped; null where it never did
     * @return whether it said so after what the halt rests on, or after a person's halt was there
     */
    boolean isAnsweredAt(Long kafkaTime) {
        Long since = eventAt != null ? eventAt : recordedAt;
        return kafkaTime != null && since != null && since <= kafkaTime;
    }

    boolean lastsAsLongAs(HaltCase other) {
        return expiresAt == null || other.expiresAt != null && other.expiresAt <= expiresAt;
    }

    /** @return milliseconds from the halt's record to the first acknowledgement, once both are known */
    Optional<Long> delivery() {
        return recordedAt == null || receivedAt == null
                ? Optional.empty()
                : Optional.of(Math.max(0, receivedAt - recordedAt));
    }

    /** @return once the halt and its stop are known */
    Optional<TimeToStop> timeToStop() {
        return recordedAt == null || stoppedAt == null
                ? Optional.empty()
                : Optional.of(new TimeToStop(eventAt, recordedAt, receivedAt, stoppedAt, ignored.lastAt()));
    }

    /** @return for people: {@code the halt (identical-call)}, or {@code the operator's halt} */
    String inWords() {
        if (pattern != null) {
            return "the halt (" + pattern.id() + ")";
        }
        return writer == Writer.OPERATOR ? "the operator's halt" : "the halt";
    }
}

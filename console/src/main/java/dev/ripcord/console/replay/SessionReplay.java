package dev.ripcord.console.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.judge.ClauseTexts;
import dev.ripcord.console.replay.judge.HaltWords;
import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.console.replay.kafka.ComingRecords;
import dev.ripcord.console.replay.kafka.ComingRecords.Arrival;
import dev.ripcord.console.replay.reconstruct.Answers;
import dev.ripcord.console.replay.reconstruct.Evidence;
import dev.ripcord.console.replay.reconstruct.Reconstruction;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.event.EventTypes;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Replays one session from wherever its records lie: entry by entry in the order of the log, and at the end what it came
 * to. For use once, by one thread.
 *
 * <p>Records of a session that lie in two partitions (its producers did not agree on how to choose one) come partition
 * by partition, as in a backtest.
 */
public final class SessionReplay {
    private final RecordSource source;
    private final SessionKey session;
    private final Evidence evidence;
    private final HaltReader reader;
    private final Reconstruction reconstruction;
    private boolean beginsInTheMiddle;

    private SessionReplay(RecordSource source, SessionKey session, Evidence evidence, HaltReader reader) {
        this.source = source;
        this.session = session;
        this.evidence = evidence;
        this.reader = reader;
        this.reconstruction = new Reconstruction(session, evidence);
    }

    /** Takes entries. */
    @FunctionalInterface
    public interface EntryReceiver {
        /** @return whether to go on */
        boolean take(Entry entry) throws IOException, InterruptedException;
    }

    /**
     * @param source stays open; it is the caller's to close
     * @param given definitions to judge by, as if they had always been enforced; empty for those that were in force
     * @param reader tells which halts and releases are believed
     */
    public static SessionReplay of(
            RecordSource source, SessionKey session, Optional<PatternsInTime> given, HaltReader reader)
            throws IOException, InterruptedException {
        return new SessionReplay(source, session, Evidence.read(source, session, given, reader), reader);
    }

    /** Hands over the session's entries, up to where the source ends or the receiver has enough. */
    public void forEach(EntryReceiver receiver) throws IOException, InterruptedException {
        try (RecordCursor records = source.open(Topic.EVENTS, session)) {
            forEach(records, receiver);
        }
    }

    /**
     * Goes on with what comes after the records that were handed over, until somebody interrupts or the receiver has
     * enough.
     *
     * @param quiet is asked whether to go on, where no event came for a moment: what was said meanwhile is in {@link
     *     #saidSince}
     */
    public void follow(ComingRecords coming, EntryReceiver receiver, BooleanSupplier quiet)
            throws IOException, InterruptedException {
        boolean goesOn = true;
        for (Optional<Arrival> came = coming.next(); goesOn && came.isPresent(); came = coming.next()) {
            HaltWords halts = HaltWords.read(RecordCursor.of(came.get().halts()), reader);
            reconstruction.said(halts, Answers.read(RecordCursor.of(came.get().answers()), session));
            goesOn = came.get().events().isEmpty()
                    ? quiet.getAsBoolean()
                    : forEach(RecordCursor.of(came.get().events()), receiver);
        }
    }

    /**
     * Goes on with the records that come next.
     *
     * @return whether the receiver has not had enough
     */
    public boolean forEach(RecordCursor records, EntryReceiver receiver) throws IOException, InterruptedException {
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            Optional<Entry> entry = reconstruction.after(record);
            beginsInTheMiddle |= entry.filter(SessionReplay::isNoBeginning).isPresent();
            if (entry.isPresent() && !receiver.take(entry.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoBeginning(Entry entry) {
        Long sequence = entry.origin().sequence();
        boolean begins = entry.eventType().equals(EventTypes.SESSION_START) || sequence != null && sequence <= 1;
        return entry.step() == 1 && !begins;
    }

    /** @return what could not be read or judged, a sentence each */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(source.remarks());
        if (events() == 0 || beginsInTheMiddle) {
            remarks.addAll(source.beginnings());
        }
        remarks.addAll(evidence.remarks());
        return remarks;
    }

    /** @return halts, releases and answers since the latest entry; the next one does not tell of them again */
    public List<Control> saidSince() {
        return reconstruction.saidSince();
    }

    /** @return how many events were handed over */
    public long events() {
        return reconstruction.events();
    }

    /** @return the state that was reported last, as far as the entries were handed over; null where none was */
    public JsonNode state() {
        return reconstruction.state();
    }

    /** @return what the definitions that judge it say */
    public ClauseTexts texts() {
        return evidence.texts();
    }

    /** @return what the session came to, as far as its entries were handed over; last of all */
    public SessionReport report() throws IOException, InterruptedException {
        return reconstruction.report(source.relatives(session), remarks());
    }
}

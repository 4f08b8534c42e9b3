package dev.ripcord.jobs.kafka;

import dev.ripcord.halt.Halt;
import dev.ripcord.jobs.decide.DecidedSignal;
import dev.ripcord.signal.DeadLetter;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import java.util.Map;

/** The form of each record that GuardJob writes. Keys keep what belongs together in one partition, in order. */
public final class RecordForms {
    /** On a signal that came too late to halt anybody: it depends on when it was judged, so it is no part of the signal. */
    public static final String LATE_HEADER = "ripcord-late";

    public static final RecordForm<DeadLetter> DEAD_LETTER =
            letter -> letter.position().toString();
    public static final RecordForm<Halt> HALT = Halt::key;
    public static final RecordForm<Heartbeat> HEARTBEAT = beat -> Integer.toString(beat.partition());
    public static final RecordForm<PatternStatus> PATTERN_STATUS = PatternStatus::key;
    public static final RecordForm<SessionSummary> SESSION = session -> session.tenantId() + "/" + session.sessionId();
    public static final RecordForm<DecidedSignal> SIGNAL = new SignalForm();

    private RecordForms() {}

    private static final class SignalForm implements RecordForm<DecidedSignal> {
        @Override
        public String key(DecidedSignal decided) {
            return decided.signal().session().toString();
        }

        @Override
        public Object body(DecidedSignal decided) {
            return decided.signal();
        }

        @Override
        public Map<String, String> headers(DecidedSignal decided) {
            return decided.late() ? Map.of(LATE_HEADER, "true") : Map.of();
        }
    }
}

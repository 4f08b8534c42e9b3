package dev.ripcord.jobs.kafka;

import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.jobs.settings.SigningKeyFile;
import dev.ripcord.signal.DeadLetter;
import dev.ripcord.signal.Heartbeat;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.SignalMark;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The form of each record that GuardJob writes. Keys keep what belongs together in one partition, in order. */
public final class RecordForms {
    public static final RecordForm<DeadLetter> DEAD_LETTER =
            letter -> letter.position().toString();
    public static final RecordForm<Heartbeat> HEARTBEAT = beat -> Integer.toString(beat.partition());
    public static final RecordForm<PatternStatus> PATTERN_STATUS = PatternStatus::key;
    public static final RecordForm<SessionSummary> SESSION = session -> session.tenantId() + "/" + session.sessionId();
    public static final RecordForm<DecidedSignal> SIGNAL = new SignalForm();

    private RecordForms() {}

    /** @param signing the key that signs them; empty where nobody does */
    public static RecordForm<HaltWrite> halts(Optional<SigningKeyFile> signing) {
        return new HaltForm(signing.orElse(null));
    }

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
            Map<String, String> headers = new TreeMap<>();
            if (decided.late()) {
                headers.put(SignalMark.LATE.header(), "true");
            }
            if (decided.muted()) {
                headers.put(SignalMark.MUTED.header(), "true");
            }
            if (decided.held() != null) {
                headers.put(SignalMark.HELD.header(), decided.held());
            }
            if (decided.standing() != null) {
                headers.put(SignalMark.STANDING.header(), decided.standing());
            }
            return headers;
        }
    }
}

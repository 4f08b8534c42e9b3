package dev.ripcord.console.replay.judge;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The signals of a session that stand on {@code ripcord.signals}, by the event that completed each. */
public final class RecordedSignals {
    private final Map<Position, List<Signal>> at = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();

    private RecordedSignals() {}

    /** @param records of {@code ripcord.signals}; read to the end */
    public static RecordedSignals read(RecordCursor records, SessionKey session)
            throws IOException, InterruptedException {
        RecordedSignals signals = new RecordedSignals();
        for (LogRecord record = records.next(); record != null; record = records.next()) {
            if (record.value() != null) {
                signals.add(record, session);
            }
        }
        return signals;
    }

    private void add(LogRecord record, SessionKey session) {
        try {
            Signal signal = Json.read(record.value(), Signal.class);
            // Written at least once: of an id the first counts.
            if (signal.session().equals(session) && ids.add(signal.signalId())) {
                at.computeIfAbsent(signal.position(), none -> new ArrayList<>(1))
                        .add(signal);
            }
        } catch (IOException unreadable) {
            // Why may quote it, and whose it is cannot be told.
            remarks.add("ripcord.signals " + record.position() + " is no signal");
        }
    }

    /** @return those that the event completed, in the order of the log */
    public List<Signal> at(Position position) {
        return at.getOrDefault(position, List.of());
    }

    public List<String> remarks() {
        return remarks;
    }
}

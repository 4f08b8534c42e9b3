package dev.ripcord.console.replay;

import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.RecordCursor;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.event.Envelope;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Records in memory, in the order in which they are added. */
final class ListedRecords implements RecordSource {
    private final Map<Topic, List<LogRecord>> topics = new EnumMap<>(Topic.class);
    private final List<Relative> relatives = new ArrayList<>();

    ListedRecords events(List<Envelope> events) {
        events.forEach(event -> add(
                Topic.EVENTS,
                new LogRecord(
                        event.position(),
                        event.kafkaTime(),
                        event.event().session().session(),
                        event.bytes())));
        return this;
    }

    ListedRecords signal(Signal signal) {
        List<LogRecord> signals = topics.getOrDefault(Topic.SIGNALS, List.of());
        return add(
                Topic.SIGNALS,
                new LogRecord(
                        new Position(0, signals.size()),
                        signal.kafkaTime(),
                        signal.session().key(),
                        Json.bytes(signal)));
    }

    ListedRecords relative(Relative relative) {
        relatives.add(relative);
        return this;
    }

    ListedRecords add(Topic topic, LogRecord record) {
        topics.computeIfAbsent(topic, none -> new ArrayList<>()).add(record);
        return this;
    }

    @Override
    public RecordCursor open(Topic topic, SessionKey session) {
        Iterator<LogRecord> records = topics.getOrDefault(topic, List.of()).iterator();
        return () -> records.hasNext() ? records.next() : null;
    }

    @Override
    public List<Relative> relatives(SessionKey session) {
        return relatives;
    }

    @Override
    public List<String> sessions(String tenant) {
        return List.of();
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }
}

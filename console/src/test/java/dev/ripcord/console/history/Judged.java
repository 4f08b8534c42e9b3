package dev.ripcord.console.history;

import dev.ripcord.console.Topics;
import dev.ripcord.console.replay.judge.Judge;
import dev.ripcord.console.replay.judge.PatternsInTime;
import dev.ripcord.detection.Judgement;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes what the guard would write of a session: with the guard's own judge, and no Flink around it. */
final class Judged {
    private static final Definition IDENTICAL_CALL = DefinitionReader.read(
                    List.of(Path.of("../patterns/library/identical-call.yaml")))
            .definitions()
            .get(0);

    private final Topics topics;

    private Judged(Topics topics) {
        this.topics = topics;
    }

    /** Puts {@code identical-call} in force, from the beginning of time. */
    static Judged by(Topics topics) throws Exception {
        topics.write(Topic.PATTERNS, IDENTICAL_CALL.key(), Json.bytes(PublishedDefinition.of(IDENTICAL_CALL, "test")));
        Activation activation = new Activation(
                Activation.SCHEMA_VERSION,
                IDENTICAL_CALL.id(),
                IDENTICAL_CALL.hash(),
                Mode.ENFORCE,
                Map.of(),
                0L,
                "test",
                null);
        topics.write(Topic.PATTERNS, IDENTICAL_CALL.id(), Json.bytes(activation));
        return new Judged(topics);
    }

    /** Writes the events, and then what the guard makes of them. */
    void session(SessionKey session, List<String> events) throws Exception {
        for (String event : events) {
            topics.write(Topic.EVENTS, session.session(), event.getBytes(StandardCharsets.UTF_8));
        }
        Judge judge = new Judge(session, PatternsInTime.enforced(List.of(IDENTICAL_CALL)), List.of());
        for (ConsumerRecord<byte[], byte[]> record : topics.all(Topic.EVENTS)) {
            Event event = ((Decoded.Readable) EventDecoder.decode(record.value())).event();
            if (event.session().equals(session)) {
                Position position = new Position(record.partition(), record.offset());
                tell(judge.after(new Envelope(position, record.timestamp(), event, record.value())));
            }
        }
        topics.write(Topic.SESSIONS, session.key(), Json.bytes(judge.summary().orElseThrow()));
    }

    private void tell(Judgement judgement) throws Exception {
        for (Signal signal : judgement.signals()) {
            topics.write(Topic.SIGNALS, signal.session().key(), Json.bytes(signal));
            topics.write(signal.halt(null, signal.signalId()));
        }
    }
}

package dev.ripcord.deploy.halts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what the guard and agents write, for tests in which neither runs. */
public final class HaltTopic implements AutoCloseable {
    private static final PatternReference PATTERN =
            new PatternReference("identical-call", "0f3a5c7e9b1d2468", 1, "The same call keeps giving the same result");

    private final KafkaProducer<byte[], byte[]> producer;

    public HaltTopic(String bootstrapServers) {
        producer = KafkaAddress.of(bootstrapServers).producer();
    }

    /** A halt of the guard for an event that the broker had a second after the epoch. */
    public static Halt byGuard(String scope, String haltId, String incident) {
        return new Halt(
                Halt.SCHEMA_VERSION,
                haltId,
                Writer.GUARD,
                Scope.parse(scope),
                "stripe.get gave the same result 4 times",
                new Actor(Actor.Kind.PATTERN, PATTERN.key()),
                1_000L,
                null,
                new Position(0, 7),
                PATTERN,
                List.of(new Position(0, 7)),
                Map.of("outcome.count", 4),
                new BigDecimal("0.84"),
                incident,
                List.of(),
                null,
                null);
    }

    public void write(Halt halt) throws Exception {
        send(Topic.HALTS, halt.key(), Json.bytes(halt));
    }

    public void write(String key, byte[] value) throws Exception {
        send(Topic.HALTS, key, value);
    }

    public void answer(Halt halt, String session, Status status) throws Exception {
        answer(halt, halt.scope().tenant(), session, status);
    }

    public void answer(Halt halt, String tenant, String session, Status status) throws Exception {
        var key = new SessionKey(tenant, session);
        var answer = new Acknowledgement(
                1, halt.haltId(), halt.scope(), key.tenant(), session, null, status, null, "test/1", 1L);
        send(Topic.ACKS, key.key(), Json.bytes(answer));
    }

    /** A session of which the guard tells, with the root that it belongs to, null for none. */
    public void seen(String tenant, String session, String root, String agent, SessionSummary.State state)
            throws Exception {
        var summary = new SessionSummary(
                SessionSummary.SCHEMA_VERSION,
                tenant,
                session,
                root,
                root,
                agent,
                state,
                1_000L,
                1_000L,
                new Position(0, 7),
                7,
                3,
                null,
                null,
                null,
                null,
                new SessionSummary.Coverage("full", List.of(), 0, 0, 0, 0));
        send(Topic.SESSIONS, new SessionKey(tenant, session).key(), Json.bytes(summary));
    }

    /** A session at the top of its lineage that goes on. */
    public void seen(String tenant, String session, String agent) throws Exception {
        seen(tenant, session, null, agent, SessionSummary.State.ACTIVE);
    }

    /** A signal whose halt the guard held back. */
    public void held(Signal signal, String incident) throws Exception {
        var record = new ProducerRecord<byte[], byte[]>(Topic.SIGNALS.topicName(), Json.bytes(signal));
        record.headers().add(HeldHalts.HEADER, incident.getBytes(UTF_8));
        producer.send(record).get();
    }

    private void send(Topic topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value))
                .get();
    }

    @Override
    public void close() {
        producer.close();
    }
}

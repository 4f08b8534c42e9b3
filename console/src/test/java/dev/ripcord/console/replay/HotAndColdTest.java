package dev.ripcord.console.replay;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.ripcord.archive.ArchiveSchema;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.console.Topics;
import dev.ripcord.console.archive.ArchiveOfRecords;
import dev.ripcord.console.archive.ArchivedRecords;
import dev.ripcord.console.replay.kafka.HotRecords;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.MergedSource;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.console.topic.KafkaClients;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.PublishedDefinition;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One session, wherever its records lie. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotAndColdTest {
    private static final SessionKey INVOICE = new SessionKey(SessionKey.DEFAULT_TENANT, "invoice-9");

    private static final Definition AGAIN = Replayed.definition("""
            id: again
            version: 1
            title: The same call again and again
            why: A test.
            action: halt
            severity: critical
            sequence:
              - name: again
                where: event.type == 'tool_invocation' && call.count >= 3
            rearm: 1s
            message: "{event.tool} was called {call.count} times"
            """);

    @TempDir
    private static Path directory;

    private static LocalKafka kafka;
    private static Topics topics;
    private static ArchiveOfRecords archive;
    private static String whole;

    @BeforeAll
    static void aSessionThatWasHaltedAndReleased() throws Exception {
        kafka = LocalKafka.start();
        topics = new Topics(kafka.bootstrapServers()).created();
        publish();
        write(session("other").repeats(3, call("status")).json());
        var events = session("invoice-9")
                .then(start())
                .repeats(4, call("status").costing("0.10"), round -> result("pending"))
                .then(end())
                .json();
        write(events.subList(0, 6));
        topics.write(new Halt(
                Halt.SCHEMA_VERSION,
                "0123456789abcdef0123456789abcdef",
                Writer.GUARD,
                Scope.session(INVOICE),
                "status was called 3 times",
                new Actor(Actor.Kind.PATTERN, AGAIN.key()),
                1L,
                null,
                new Position(0, 5),
                AGAIN.reference(),
                List.of(),
                Map.of(),
                null,
                null,
                List.of(),
                null,
                null));
        write(events.subList(6, events.size()));
        topics.write(Release.of(
                Writer.OPERATOR,
                Scope.session(INVOICE),
                "looked at it",
                new Actor(Actor.Kind.PERSON, "ann"),
                2L,
                List.of()));
        archive = new ArchiveOfRecords(directory.resolve("archive"));
        for (ArchiveTable table : ArchiveTable.values()) {
            List<ConsumerRecord<byte[], byte[]>> records = topics.all(table.topic());
            // Two files, and some records in both: compaction was interrupted.
            int half = records.size() / 2;
            archive.write(table, "part-1", ArchiveSchema.VERSION, records.subList(0, half));
            archive.write(table, "part-2", ArchiveSchema.VERSION, records.subList(half / 2, records.size()));
        }
    }

    private static void publish() throws Exception {
        topics.write(
                Topic.PATTERNS,
                AGAIN.key(),
                Json.bytes(new PublishedDefinition(
                        PublishedDefinition.SCHEMA_VERSION,
                        AGAIN.id(),
                        AGAIN.hash(),
                        AGAIN.version(),
                        AGAIN.source(),
                        "ann")));
        topics.write(
                Topic.PATTERNS,
                AGAIN.id(),
                Json.bytes(new Activation(
                        Activation.SCHEMA_VERSION, AGAIN.id(), AGAIN.hash(), Mode.ENFORCE, Map.of(), 0L, "ann", null)));
    }

    private static void write(List<byte[]> events) throws Exception {
        for (byte[] event : events) {
            topics.write(
                    Topic.EVENTS, Json.MAPPER.readTree(event).get("session_id").asText(), event);
        }
    }

    @AfterAll
    static void stop() {
        topics.close();
        kafka.close();
    }

    private static RecordSource hot() {
        return new HotRecords(new KafkaClients(topics.client()), false);
    }

    private static RecordSource cold() throws Exception {
        return new ArchivedRecords(archive.root());
    }

    private static Replayed replayed(RecordSource source) throws Exception {
        try (source) {
            return Replayed.asLogged(source, INVOICE);
        }
    }

    @Test
    @Order(1)
    void hotColdAndBothTogetherGiveTheSameBytes() throws Exception {
        var fromKafka = replayed(hot());
        whole = fromKafka.json();

        assertThat(fromKafka.entries()).hasSize(10);
        assertThat(fromKafka.at(6).signals())
                .singleElement()
                .extracting(SeenSignal::seen)
                .isEqualTo(SeenSignal.Seen.RECOMPUTED);
        assertThat(fromKafka.at(7).control())
                .extracting(Control::kind, Control::by)
                .containsExactly(tuple(Control.Kind.HALT, AGAIN.key()));
        assertThat(fromKafka.report().control())
                .extracting(Control::kind, Control::by)
                .containsExactly(tuple(Control.Kind.RELEASE, "ann"));
        assertThat(fromKafka.report().remarks()).isEmpty();
        assertThat(replayed(cold()).json()).isEqualTo(whole);
        assertThat(replayed(new MergedSource(List.of(hot(), cold()))).json()).isEqualTo(whole);
    }

    @Test
    @Order(2)
    void onceKafkaHasDeletedAPartTheArchiveFillsItAndAloneItSaysSo() throws Exception {
        long fourth = topics.all(Topic.EVENTS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(INVOICE.session()))
                .skip(4)
                .findFirst()
                .orElseThrow()
                .offset();
        TopicPartition partition = new TopicPartition(Topic.EVENTS.topicName(), partition());
        try (Admin admin = Admin.create(topics.client())) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(fourth)))
                    .all()
                    .get();
        }

        assertThat(replayed(new MergedSource(List.of(hot(), cold()))).json()).isEqualTo(whole);
        var rest = replayed(hot());
        assertThat(rest.entries()).hasSize(6);
        assertThat(rest.report().remarks())
                .containsExactly("Kafka has agent.events " + partition.partition() + " from offset " + fourth
                        + " on; what it deleted before is shown only where an archive has it");
    }

    private static int partition() {
        return topics.all(Topic.EVENTS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(INVOICE.session()))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    @Test
    @Order(3)
    void whatComesIsFollowedFromWhereReadingEnded() throws Exception {
        try (var hot = new HotRecords(new KafkaClients(topics.client()), false);
                var records = hot.open(Topic.EVENTS, INVOICE)) {
            while (records.next() != null) {
                // To the end.
            }
            write(session("other").repeats(2, call("status")).json());
            write(session("invoice-9").then(call("late")).json());
            try (var coming = hot.follow(INVOICE)) {
                var came = new ArrayList<LogRecord>();
                await().until(() -> came.addAll(coming.next().orElseThrow().events()));
                assertThat(came).hasSize(1);
                assertThat(new String(came.get(0).value(), UTF_8)).contains("\"late\"");
            }
        }
    }

    @Test
    @Order(4)
    void aSessionInAnotherPartitionIsFoundWhereEveryPartitionIsRead() throws Exception {
        var key = new SessionKey(SessionKey.DEFAULT_TENANT, "stray");
        for (byte[] event : session("stray").repeats(2, call("status")).json()) {
            topics.write(Topic.EVENTS, otherKey(), event);
        }
        try (var one = new HotRecords(new KafkaClients(topics.client()), false);
                var every = new HotRecords(new KafkaClients(topics.client()), true)) {
            assertThat(Replayed.asLogged(one, key).entries()).isEmpty();
            assertThat(Replayed.asLogged(every, key).entries()).hasSize(2);
        }
    }

    /** @return a key whose records lie elsewhere than those of the session "stray" */
    private static String otherKey() {
        int own = BuiltInPartitioner.partitionForKey("stray".getBytes(UTF_8), 3);
        int number = 0;
        while (BuiltInPartitioner.partitionForKey(("key-" + number).getBytes(UTF_8), 3) == own) {
            number++;
        }
        return "key-" + number;
    }

    @Test
    @Order(5)
    void theArchiveKnowsTheSessionsThatWereStartedByThisOne() throws Exception {
        write(session("child").parent("invoice-9").then(call("status")).json());
        archive.write(ArchiveTable.EVENTS, "part-3", ArchiveSchema.VERSION, ofSession("child"));

        assertThat(replayed(cold()).report().relatives()).containsExactly(new Relative("child", "invoice-9", null));
    }

    private static List<ConsumerRecord<byte[], byte[]>> ofSession(String session) {
        return topics.all(Topic.EVENTS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(session))
                .toList();
    }
}

package dev.ripcord.deploy.command;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.topic.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SendCommandTest {
    private static LocalKafka kafka;

    @TempDir
    private Path directory;

    private TopicLog log;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void listen() {
        log = TopicLog.fromNow(KafkaAddress.of(kafka.bootstrapServers()), Topic.EVENTS);
    }

    @AfterEach
    void hangUp() {
        log.close();
    }

    @Test
    void eachEventComesUnderTheKeyOfItsSessionByteForByteInOrder() throws Exception {
        var first = session("a")
                .repeats(3, round -> List.of(call("read", "{page: " + round + "}")))
                .json();
        var second = session("b").then(call("write")).json();

        var run = send(file("events.jsonl", lines(first, second)));

        assertThat(run).isEqualTo(new CommandRun(ExitCode.OK, "sent 4 records to agent.events\n", ""));
        var records = received();
        assertThat(valuesOf("a", records)).containsExactlyElementsOf(first);
        assertThat(valuesOf("b", records)).containsExactlyElementsOf(second);
    }

    @Test
    void whatIsNoEventIsSentAsItIsWithoutAKey() throws Exception {
        var file = file("odd.jsonl", "{oops\n\n{\"session_id\": \"s\"}\n".getBytes(UTF_8));

        var run = send(file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualTo("sent 2 records to agent.events\n");
        assertThat(run.err())
                .startsWith("no events, for the guard to dead-letter: 2, the first at " + file + ":1: not JSON");
        assertThat(received())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.key()).isNull());
    }

    @Test
    void aGzippedFileIsUnpacked() throws Exception {
        var events = session("zipped").then(call("read")).json();
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(lines(events));
        }

        var run = send(file("events.jsonl.gz", bytes.toByteArray()), "--json");

        assertThat(run.out()).isEqualTo("{\"sent\":1,\"unreadable\":0,\"failed\":0}\n");
        assertThat(valuesOf("zipped", received())).containsExactlyElementsOf(events);
    }

    @Test
    void aMinusStandsForStandardInput() throws Exception {
        var events = session("piped").then(call("read")).json();
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(lines(events)));

            assertThat(send(Path.of("-")).out()).isEqualTo("sent 1 record to agent.events\n");
        } finally {
            System.setIn(before);
        }
        assertThat(valuesOf("piped", received())).containsExactlyElementsOf(events);
    }

    @Test
    void aRateSpreadsTheRecordsInTime() throws Exception {
        var events = session("slow").repeats(5, call("read")).json();

        send(file("events.jsonl", lines(events)), "--rate", "20");

        var times = received().stream().mapToLong(ConsumerRecord::timestamp).summaryStatistics();
        assertThat(times.getMax() - times.getMin()).isBetween(150L, 5_000L);
    }

    @Test
    void aRecordThatKafkaDoesNotTakeFailsTheCommandAndTheOthersAreSent() throws Exception {
        var tooLarge = ("\"" + "x".repeat(Topic.MAX_RECORD_BYTES) + "\"\n").getBytes(UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(tooLarge);
        bytes.write(lines(session("after").then(call("read")).json()));
        var file = file("events.jsonl", bytes.toByteArray());

        var run = send(file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEqualTo("sent 1 record to agent.events\n");
        assertThat(run.err()).contains("error: not taken by Kafka: 1 record, the first at " + file + ":1: ");
        assertThat(valuesOf("after", received())).hasSize(1);
    }

    private static CommandRun send(Path file, String... options) {
        var words = new ArrayList<>(List.of("send", file.toString(), "--bootstrap", kafka.bootstrapServers()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    @SafeVarargs
    private static byte[] lines(List<byte[]>... sessions) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var session : sessions) {
            for (var event : session) {
                lines.write(event);
                lines.write('\n');
            }
        }
        return lines.toByteArray();
    }

    private List<ConsumerRecord<byte[], byte[]>> received() {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        log.toEnd(records::add);
        return records;
    }

    private static List<byte[]> valuesOf(String session, List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .filter(record -> session.equals(new String(record.key(), UTF_8)))
                .map(ConsumerRecord::value)
                .toList();
    }
}

package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a real broker, with its own times and positions. */
@Timeout(60)
class BacktestTopicTest {
    @TempDir
    private Path directory;

    private LocalKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void aBroker() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
        producer = KafkaAddress.of(kafka.bootstrapServers()).producer();
        repeatedCall(directory, "again", 3);
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void positionsAndTimesAreTheBrokers() throws Exception {
        var sent = send(1, session("loop").repeats(4, call("status")));
        send(0, session("work").repeats(2, call("status")));

        var halted = backtest("topic:agent.events").at("/halted");

        assertThat(halted.size()).isEqualTo(1);
        assertThat(halted.at("/0/position").toString()).isEqualTo("{\"partition\":1,\"offset\":2}");
        assertThat(halted.at("/0/kafka_time").asLong()).isEqualTo(sent.get(2).timestamp());
    }

    @Test
    void anOffsetIsMeantInEveryPartitionAndTheEndIsLeftOut() throws Exception {
        send(0, session("loop").repeats(4, call("status")));
        send(1, session("pool").repeats(6, call("status")));

        assertThat(backtest("topic:agent.events@0..2").at("/history/events").asInt())
                .isEqualTo(4);
        var later = backtest("topic:agent.events@3..");
        assertThat(later.at("/history/events").asInt()).isEqualTo(4);
        assertThat(later.at("/halted/0/session_id").asText()).isEqualTo("pool");
        assertThat(later.at("/halted/0/step").asInt()).isEqualTo(3);
    }

    @Test
    void aTimeIsTheBrokersTimeOfTheFirstRecordThatIsRead() throws Exception {
        send(0, session("loop").repeats(4, call("status")));

        assertThat(backtest("topic:agent.events@-1h..").at("/history/events").asInt())
                .isEqualTo(4);
        assertThat(backtest("topic:agent.events@..-1h").at("/history/events").asInt())
                .isZero();
        assertThat(backtest("topic:agent.events@2100-01-01T00:00:00Z..")
                        .at("/history/events")
                        .asInt())
                .isZero();
    }

    @Test
    void theSameTopicGivesTheSameBytesEachTime() throws Exception {
        send(1, session("loop").repeats(4, call("status").costing("0.10")));
        send(0, session("pool").repeats(6, call("status")));

        assertThat(run("topic:agent.events").out())
                .isEqualTo(run("topic:agent.events").out())
                .contains("\"spent_usd\":0.4}");
    }

    @Test
    void recordsThatAreNoEventAreCountedWithTheirPosition() throws Exception {
        producer.send(new ProducerRecord<>(Topic.EVENTS.topicName(), 1, null, "{}".getBytes(UTF_8)))
                .get();

        var history = backtest("topic:agent.events").at("/history");

        assertThat(history.path("dead").asInt()).isEqualTo(1);
        assertThat(history.path("first_dead").asText()).startsWith("agent.events 1:0: event_type is missing;");
    }

    @Test
    void aTopicThatIsNotThereIsRefused() {
        var run = run("topic:agent.evnts");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .isEqualTo("error: Kafka at " + kafka.bootstrapServers() + " has no topic agent.evnts\n"
                        + "1 error; nothing was judged\n");
    }

    private List<RecordMetadata> send(int partition, Session session) throws Exception {
        var sent = new ArrayList<RecordMetadata>();
        for (var line : session.json()) {
            sent.add(producer.send(new ProducerRecord<>(Topic.EVENTS.topicName(), partition, null, line))
                    .get());
        }
        return sent;
    }

    private JsonNode backtest(String from) throws Exception {
        return Json.tree(run(from).out());
    }

    private CommandRun run(String from) {
        return CommandRun.of(
                "backtest",
                "--patterns",
                directory.toString(),
                "--json",
                "--bootstrap",
                kafka.bootstrapServers(),
                "--from",
                from);
    }
}

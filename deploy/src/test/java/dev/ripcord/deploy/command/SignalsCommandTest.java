package dev.ripcord.deploy.command;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.Ripcord;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalMark;
import dev.ripcord.topic.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignalsCommandTest {
    private static final Signal FIRST = FoundSignals.in(
            session("invoice\u001b-9").repeats(3, call("stripe.get").costing("0.28")));
    private static final Signal SECOND = FoundSignals.in(
            session("batch-1").tenant("acme").at(Session.START + 60_000).repeats(3, call("read")));

    private LocalKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void aBrokerWithTwoSignalsTheFirstWrittenTwice() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
        producer = KafkaAddress.of(kafka.bootstrapServers()).producer();
        write(FIRST);
        write(SECOND);
        write(FIRST);
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void eachSignalIsALineForPeopleShownOnceOldestFirst() {
        assertThat(signals())
                .isEqualTo(new CommandRun(
                        ExitCode.OK,
                        """
                        2026-01-01T00:00:02.000Z  %s  again  enforce/halt  invoice?-9  "stripe.get was called 3 times"  $0.84
                        2026-01-01T00:01:02.000Z  %s  again  enforce/halt  acme/batch-1  "read was called 3 times"
                        """.formatted(
                                        FIRST.signalId().substring(0, 8),
                                        SECOND.signalId().substring(0, 8)),
                        ""));
    }

    /** A signal that asked for a halt is no halt. */
    @Test
    void aSignalForWhichNobodyWasHaltedSaysWhy() throws Exception {
        var muted = FoundSignals.in(session("muted-1").repeats(3, call("read")));
        var record = new ProducerRecord<>(Topic.SIGNALS.topicName(), "muted-1".getBytes(UTF_8), Json.bytes(muted));
        record.headers().add(SignalMark.MUTED.header(), "true".getBytes(UTF_8));
        producer.send(record).get();

        assertThat(signals("--latest", "1").out()).contains("  again  enforce/halt (muted)  muted-1  ");
    }

    @Test
    void asJsonEachSignalIsALineAsItWasWritten() {
        assertThat(signals("--json").out()).isEqualTo(Json.text(FIRST) + "\n" + Json.text(SECOND) + "\n");
    }

    @Test
    void onlyTheLatestAreShownWhenSoAskedFor() {
        assertThat(signals("--latest", "1").out()).contains("acme/batch").doesNotContain("invoice?-9");
    }

    @Test
    void sinceIsMeasuredOnTheTimeOfWriting() {
        assertThat(signals("--since", "1h").out()).contains("invoice?-9", "acme/batch");
        assertThat(signals("--since", "2100-01-01T00:00:00Z").out()).isEmpty();
    }

    @Test
    void aTimeThatIsNoneIsInvalid() {
        var run = signals("--since", "yesterday");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err())
                .startsWith("error: --since is 'yesterday'; it must be a duration such as 10m, or a time such as");
    }

    @Test
    void aRecordThatIsNoSignalIsSaidAndPassedOver() throws Exception {
        producer.send(new ProducerRecord<>(Topic.SIGNALS.topicName(), 0, null, "{}".getBytes(UTF_8)))
                .get();

        var run = signals();

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).startsWith("ripcord.signals 0:").contains(" is no signal: ");
    }

    @Test
    void aFollowerSeesWhatIsThereAndWhatComesUntilItIsInterrupted() throws Exception {
        var out = new StringWriter();
        var task = new FutureTask<>(() -> Ripcord.run(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                "signals",
                "--follow",
                "--bootstrap",
                kafka.bootstrapServers()));
        var follower = new Thread(task, "follower");
        follower.start();
        await().untilAsserted(() -> assertThat(out.toString().lines()).hasSize(2));

        write(SECOND);
        write(FoundSignals.in(session("late-3").repeats(3, call("read"))));

        await().untilAsserted(() -> assertThat(out.toString().lines()).hasSize(3));
        assertThat(out.toString()).contains("  late-3  ");
        follower.interrupt();
        assertThat(task.get()).isEqualTo(ExitCode.OK);
    }

    private void write(Signal signal) throws Exception {
        var key = signal.session().toString().getBytes(UTF_8);
        producer.send(new ProducerRecord<>(Topic.SIGNALS.topicName(), key, Json.bytes(signal)))
                .get();
    }

    private CommandRun signals(String... options) {
        var words = new ArrayList<>(List.of("signals", "--bootstrap", kafka.bootstrapServers()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }
}

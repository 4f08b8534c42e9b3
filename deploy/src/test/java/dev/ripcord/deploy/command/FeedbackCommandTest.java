package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternTopicWriter;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.session.Session;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.Topic;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pattern in shadow, three signals of it, and what people say of them. */
@Timeout(60)
class FeedbackCommandTest {
    private static final long NOW = WallClock.SYSTEM.millis();
    private static final Session INVOICE = session("invoice-9")
            .agent("validator")
            .at(NOW)
            .repeats(3, call("stripe.get").costing("0.28"));
    private static final Signal FIRST = FoundSignals.in(INVOICE);
    private static final Signal SECOND =
            FoundSignals.in(session("batch-1").tenant("acme").at(NOW + 1_000).repeats(3, call("read")));
    private static final Signal THIRD = FoundSignals.in(session("batch-2")
            .tenant("acme")
            .at(NOW + 2_000)
            .repeats(3, call("read").costing("0.10")));

    @TempDir
    private Path directory;

    private LocalKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void threeSignals() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
        var address = KafkaAddress.of(kafka.bootstrapServers());
        producer = address.producer();
        ripcord("patterns", "publish", repeatedCall(directory, "again", 3).toString());
        try (var writer = new PatternTopicWriter(address.settings())) {
            writer.write(new Activation(
                    1,
                    "again",
                    FIRST.pattern().hash(),
                    Mode.SHADOW,
                    Map.of("times", 3),
                    NOW - 60_000,
                    "maria",
                    "a try"));
        }
        for (var signal : List.of(FIRST, SECOND, THIRD, FIRST)) {
            send(Topic.SIGNALS, signal.session().key(), Json.bytes(signal));
        }
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void aReportSaysWhatThePatternWouldHaveDone() throws Exception {
        send(Topic.SESSIONS, "default/invoice-9", Json.bytes(summary("default", "invoice-9", "2.04")));
        ripcord("signals", "feedback", SECOND.signalId(), "--right");

        var run = ripcord("patterns", "report", "again");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " ").replaceAll("20[0-9T:.-]+Z", "TIME")))
                .containsExactly(
                        "again@" + FIRST.pattern().hash() + " (shadow, times=3), activated TIME by maria: a try",
                        "3 signals since TIME: it would have halted 3 sessions; they had cost $1.14 by then, and $1.20"
                                + " since",
                        "agents: agent (2), validator (1)",
                        "tools: read (2), stripe.get (1)",
                        "feedback: 1 right, 0 fine, 2 without a word",
                        "the latest that nobody has said anything of; say it with: ripcord signals feedback ID"
                                + " --fine|--right",
                        "signal when session agent spent because",
                        THIRD.signalId().substring(0, 8) + " TIME acme/batch-2 agent $0.30 read was called 3 times",
                        FIRST.signalId().substring(0, 8)
                                + " TIME default/invoice-9 validator $0.84 stripe.get was called 3 times");
        var data = Json.tree(ripcord("patterns", "report", "again", "--json").out());
        assertThat(data.at("/feedback").toString()).isEqualTo("{\"fine\":0,\"right\":1,\"none\":2}");
        assertThat(data.at("/examples").size()).isEqualTo(2);
    }

    @Test
    void signalsBeforeTheActivationCountOnlyWhereAskedFor() throws Exception {
        try (var writer =
                new PatternTopicWriter(KafkaAddress.of(kafka.bootstrapServers()).settings())) {
            writer.write(new Activation(
                    1, "again", FIRST.pattern().hash(), Mode.SHADOW, Map.of(), NOW + 3_600_000, "maria", null));
        }

        assertThat(ripcord("patterns", "report", "again").out()).contains("\nno signal since ");
        assertThat(ripcord("patterns", "report", "again", "--since", "10m").out())
                .contains("\n3 signals since ");
    }

    @Test
    void whatIsNotActiveHasNoReport() {
        assertThat(ripcord("patterns", "report", "pattern/again").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(ripcord("patterns", "report", "agian").err())
                .isEqualTo("error: 'agian' is not active; did you mean 'again'?\n1 error; nothing was reported\n");
    }

    @Test
    void aWordIsKeptUnderTheSignalsIdAndTheLatestCounts() throws Exception {
        var first = ripcord("signals", "feedback", FIRST.signalId().substring(0, 8), "--right", "--actor", "maria");
        assertThat(first)
                .isEqualTo(new CommandRun(ExitCode.OK, FIRST.signalId() + "  again  default/invoice-9  right\n", ""));

        ripcord("signals", "feedback", FIRST.signalId(), "--fine", "--note", "it waits", "--actor", "joe");

        assertThat(ripcord("signals", "labels").out())
                .isEqualTo("{\"tenant_id\":\"default\",\"session_id\":\"invoice-9\",\"looping\":false,\"healthy\":true,"
                        + "\"patterns\":[\"again\"],\"notes\":[\"joe: it waits\"]}\n");
    }

    @Test
    void labelsAreWhatEvaluateReads() throws Exception {
        ripcord("signals", "feedback", FIRST.signalId(), "--right");
        ripcord("signals", "feedback", SECOND.signalId(), THIRD.signalId(), "--fine");
        var labels = Files.writeString(
                directory.resolve("labels.jsonl"),
                ripcord("signals", "labels", "--pattern", "again", "--label", "stuck")
                        .out());
        var events = Files.write(
                directory.resolve("events.jsonl"),
                INVOICE.json().stream().map(line -> new String(line, UTF_8)).toList());

        var data = Json.tree(CommandRun.of(
                        "evaluate",
                        "--patterns",
                        directory.resolve("again.yaml").toString(),
                        "--events",
                        events.toString(),
                        "--labels",
                        labels.toString(),
                        "--label",
                        "stuck",
                        "--json")
                .out());

        assertThat(Files.readAllLines(labels)).hasSize(3);
        assertThat(data.path("recall").asDouble()).isEqualTo(1.0);
    }

    @Test
    void labelsOfOnePatternAreAskedForAsItsMuteIsAndASlipIsAnswered() {
        var none = ripcord("signals", "labels", "--pattern", "again");
        assertThat(none.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(none.err()).startsWith("nobody has said anything of its signals yet; say it with: ");

        ripcord("signals", "feedback", FIRST.signalId(), "--right");

        assertThat(ripcord("signals", "labels", "--pattern", "pattern/again"))
                .isEqualTo(ripcord("signals", "labels"))
                .satisfies(labels -> assertThat(labels.out()).contains("invoice-9"));
        assertThat(ripcord("signals", "labels", "--pattern", "pattern/agian"))
                .isEqualTo(new CommandRun(
                        ExitCode.INVALID,
                        "",
                        "error: no definition 'agian' is published; did you mean 'again'?\n"
                                + "1 error; no labels were read\n"));
    }

    /** The guard signals under names of its own, which nobody publishes. */
    @Test
    void labelsOfTheGuardsOwnSignalsCanBeAskedFor() {
        var alarms = ripcord("signals", "labels", "--pattern", "ripcord-halt-violated");

        assertThat(alarms.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(alarms.err()).startsWith("nobody has said anything of its signals yet; ");
    }

    @Test
    void anIdThatIsLeftOutIsRefused() {
        var run = ripcord("signals", "labels", "--pattern", "pattern/");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("'pattern/' names no pattern; it must be ID, or pattern/ID");
    }

    @Test
    void everyIdThatIsNoneIsToldAtOnceAndNothingIsWritten() {
        var run = ripcord("signals", "feedback", FIRST.signalId(), "zz", "--fine");

        assertThat(run)
                .isEqualTo(
                        new CommandRun(
                                ExitCode.INVALID,
                                "",
                                "error: 'zz' is no id of a signal; it must be 4 to 32"
                                        + " hexadecimal digits, as ripcord signals shows them\n1 error; nothing was written\n"));
        assertThat(ripcord("signals", "feedback", FIRST.signalId(), "0000000000", "--fine")
                        .err())
                .isEqualTo("error: no signal begins with 0000000000; signals leave ripcord.signals in time\n"
                        + "1 error; nothing was written\n");
        var labels = ripcord("signals", "labels");
        assertThat(labels.out()).isEmpty();
        assertThat(labels.err()).startsWith("nobody has said anything yet; say it with: ");
    }

    @Test
    void aWordIsEitherFineOrRight() {
        assertThat(ripcord("signals", "feedback", FIRST.signalId()).exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(ripcord("signals", "feedback", FIRST.signalId(), "--fine", "--right")
                        .exitCode())
                .isEqualTo(ExitCode.INVALID);
    }

    private static SessionSummary summary(String tenant, String session, String spent) {
        return new SessionSummary(
                1,
                tenant,
                session,
                null,
                null,
                "validator",
                SessionSummary.State.ACTIVE,
                NOW,
                NOW,
                new Position(0, 9),
                9,
                9,
                new BigDecimal(spent),
                null,
                null,
                null,
                new SessionSummary.Coverage("full", List.of(), 0, 0, 0, 0));
    }

    private void send(Topic topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value))
                .get();
    }

    private CommandRun ripcord(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

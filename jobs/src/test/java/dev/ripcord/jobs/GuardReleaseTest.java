package dev.ripcord.jobs;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Subject;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.library.Library;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard reads its own topic back: what an operator releases goes on, and is halted again on new evidence alone. */
class GuardReleaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SESSION = "invoice-9";

    private LocalKafka kafka;
    private TestTopics topics;
    private GuardRun guard;

    /** Rounds of the same call with the same result, two events each: the fourth in a row halts. */
    private final List<byte[]> rounds = session(SESSION)
            .repeats(8, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending}"))
            .json();

    @BeforeEach
    void start() throws Exception {
        kafka = LocalKafka.start();
        topics = new TestTopics(kafka.bootstrapServers());
        guard = GuardRun.cluster(kafka.bootstrapServers());
        Definition definition = Library.get("identical-call");
        topics.publish(definition);
        topics.enforce(definition);
    }

    @AfterEach
    void stop() throws Exception {
        guard.close();
        topics.close();
        kafka.close();
    }

    @Test
    void aSecondHaltAfterAReleaseNeedsNewEvidenceAndAReplayFindsTheSame(@TempDir Path directory) throws Exception {
        String[] settings = {"--ripcord.start-from", "EARLIEST", "--ripcord.decisions.cool-down", "0 s"};
        guard.start(settings);
        awaitActive();

        send(0, 4);
        awaitHalts(1);
        release();
        send(4, 7);
        awaitSteps(14);
        assertThat(halts()).hasSize(1);

        Path savepoint = guard.stopWithSavepoint(directory);
        guard.startFrom(savepoint, settings);
        send(7, 8);
        awaitHalts(2);
        assertThat(halts().get(1).at("/position/offset").asLong()).isEqualTo(15);
        assertThat(halts().get(1).at("/values/outcome.in_a_row").asInt()).isEqualTo(4);

        guard.stopWithSavepoint(directory);
        guard.start(settings);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.SIGNALS)).hasSize(4));
        assertThat(topics.all(Topic.SIGNALS).stream().distinct()).hasSize(2);
    }

    @Test
    void aReleasedSessionIsHaltedByWhatItDidBeforeAndAfterTheJobWasDrained(@TempDir Path directory) throws Exception {
        String[] settings = {"--ripcord.decisions.cool-down", "0 s"};
        guard.start(settings);
        awaitActive();
        send(0, 4);
        awaitHalts(1);
        release();
        send(4, 7);
        awaitSteps(14);

        guard.startFrom(guard.drain(directory), settings);
        send(7, 8);
        awaitHalts(2);
        assertThat(halts().get(1).at("/values/outcome.in_a_row").asInt()).isEqualTo(4);
    }

    /** No checkpoint is taken: all is judged again, from where the latest was when the job was submitted. */
    @Test
    void aSessionStaysReleasedWhenATaskManagerIsKilledBetweenHaltReleaseAndCheckpoint() throws Exception {
        guard.start("--ripcord.checkpoint.interval", "1 h", "--ripcord.decisions.cool-down", "0 s");
        awaitActive();
        send(0, 4);
        awaitHalts(1);
        release();
        assertThat(isHalted()).isFalse();

        guard.killTaskManager();
        send(4, 7);
        awaitSteps(14);
        assertThat(halts().stream().distinct()).hasSize(1);
        assertThat(isHalted()).isFalse();

        send(7, 8);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(halts().stream().distinct()).hasSize(2));
        assertThat(isHalted()).isTrue();
    }

    /** As every reader of the topic finds it. */
    private boolean isHalted() throws Exception {
        HaltBook book = new HaltBook();
        for (JsonNode record : topics.all(Topic.HALTS)) {
            book.apply(Json.MAPPER.treeToValue(record, HaltRecord.class));
        }
        return book.halting(new Subject("default", SESSION, null, null, null), System.currentTimeMillis())
                .isPresent();
    }

    private void send(int from, int to) throws Exception {
        topics.sendEvents(SESSION, rounds.subList(2 * from, 2 * to));
    }

    /** As the gateway does: it forgives what the halt rests on, and counts half a second after the broker has it. */
    private void release() throws Exception {
        JsonNode halted = halts().get(0).at("/position");
        Position through = new Position(
                halted.at("/partition").asInt(), halted.at("/offset").asLong());
        Release release = ControlRecords.release(ControlRecords.session(SESSION), 1, through);
        long written =
                topics.send(Topic.HALTS, release.key(), Json.bytes(release)).timestamp();
        await().atMost(PATIENCE).until(() -> System.currentTimeMillis() > written + Activation.NOTICE_MILLIS);
    }

    private List<JsonNode> halts() {
        return topics.all(Topic.HALTS).stream()
                .filter(record -> record.at("/kind").asText().equals("halt"))
                .toList();
    }

    private void awaitHalts(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(halts()).hasSize(count));
    }

    private void awaitSteps(long steps) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.SESSIONS))
                        .anyMatch(summary -> summary.at("/steps").asLong() == steps));
    }

    private void awaitActive() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.all(Topic.PATTERN_STATUS))
                        .anyMatch(status -> status.at("/status").asText().equals("active")
                                && status.at("/activate_at").asLong() < System.currentTimeMillis()));
    }
}

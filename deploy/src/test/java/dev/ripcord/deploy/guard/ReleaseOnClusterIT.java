package dev.ripcord.deploy.guard;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.console.operate.OperatorDesk;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release holds whatever fails after it, and however much of the log the guard has to judge again. */
@Timeout(300)
class ReleaseOnClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    /** With the first interval there is a checkpoint between halt and release, with the second none at all. */
    @ParameterizedTest
    @ValueSource(strings = {"1 s", "1 h"})
    void aSessionStaysReleasedWhenTheTaskManagerIsKilledAndIsHaltedAgainOnNewEvidence(
            String checkpointInterval, @TempDir Path directory) throws Exception {
        try (ClusterGuard guard = ClusterGuard.start(directory, checkpointInterval);
                TopicReader halts = new TopicReader(guard.bootstrapServers(), Topic.HALTS);
                TopicReader signals = new TopicReader(guard.bootstrapServers(), Topic.SIGNALS)) {
            loop(guard, "invoice-9", 4);
            await().atMost(PATIENCE).until(() -> isHalted(halts, "invoice-9"));

            release(guard, book(halts), "invoice-9");
            guard.loseTaskManager();
            // Another session's halt tells that the guard has judged everything before it again.
            loop(guard, "invoice-10", 4);
            await().atMost(PATIENCE).until(() -> isHalted(halts, "invoice-10"));
            assertThat(isHalted(halts, "invoice-9")).isFalse();

            loop(guard, "invoice-9", 3);
            loop(guard, "invoice-11", 4);
            await().atMost(PATIENCE).until(() -> isHalted(halts, "invoice-11"));
            assertThat(isHalted(halts, "invoice-9")).as("on old evidence").isFalse();

            loop(guard, "invoice-9", 1);
            await().atMost(PATIENCE).until(() -> isHalted(halts, "invoice-9"));
            assertThat(signals.all())
                    .filteredOn(signal -> signal.path("session_id").asText().equals("invoice-9"))
                    .extracting(signal -> signal.path("signal_id").asText())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static void loop(ClusterGuard guard, String session, int times) {
        guard.send(
                session,
                session(session)
                        .withoutIds()
                        .at(WallClock.SYSTEM.millis())
                        .every(Duration.ofMillis(1))
                        .repeats(times, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending}"))
                        .json());
    }

    private static void release(ClusterGuard guard, HaltBook book, String session) throws Exception {
        try (OperatorDesk desk = OperatorDesk.open(
                KafkaSettings.at(guard.bootstrapServers()).client(), book::standing, mute -> 0, Optional.empty())) {
            assertThat(desk.release(scope(session), "checked by hand", MARIA).changed())
                    .isTrue();
        }
    }

    private static boolean isHalted(TopicReader halts, String session) throws Exception {
        return book(halts)
                .halting(new Subject(SessionKey.DEFAULT_TENANT, session, null, null, null), WallClock.SYSTEM.millis())
                .isPresent();
    }

    private static HaltBook book(TopicReader halts) throws Exception {
        HaltBook book = new HaltBook();
        for (var record : halts.all()) {
            book.apply(Json.MAPPER.treeToValue(record, HaltRecord.class));
        }
        return book;
    }

    private static Scope scope(String session) {
        return Scope.session(new SessionKey(SessionKey.DEFAULT_TENANT, session));
    }
}

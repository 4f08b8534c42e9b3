package dev.ripcord.deploy.guard;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a machine that loses power must not cost. */
@Timeout(240)
class GuardOnClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aKilledTaskManagerLosesNoHalfMatchedSession(@TempDir Path directory) throws Exception {
        try (ClusterGuard guard = ClusterGuard.start(directory, "1 s");
                TopicReader halts = new TopicReader(guard.bootstrapServers(), Topic.HALTS);
                TopicReader sessions = new TopicReader(guard.bootstrapServers(), Topic.SESSIONS)) {
            List<byte[]> loop = session("invoice-9")
                    .repeats(4, call("stripe_api.get_status", "{ref: obj_1288}"), result("{state: pending_review}"))
                    .json();

            guard.send("invoice-9", loop.subList(0, 7));
            await().atMost(PATIENCE)
                    .until(() -> sessions.all().stream()
                            .anyMatch(summary -> summary.path("steps").asInt() == 7));
            await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("checkpoints")));
            guard.loseTaskManager();
            guard.send("invoice-9", loop.subList(7, 8));

            await().atMost(PATIENCE).until(() -> !halts.all().isEmpty());
            assertThat(halts.all()).hasSize(1);
            assertThat(halts.all().get(0).at("/scope/id").asText()).isEqualTo("invoice-9");
            assertThat(halts.all().get(0).at("/values/outcome.in_a_row").asInt())
                    .isEqualTo(4);
        }
    }
}

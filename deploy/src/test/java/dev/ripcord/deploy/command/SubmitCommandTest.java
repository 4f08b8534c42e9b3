package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SubmitCommandTest {
    @AfterEach
    void beQuietAgain() {
        System.clearProperty("ripcord.log.level");
    }

    @Test
    void everyReasonIsSaidAtOnce(@TempDir Path directory) {
        var jar = directory.resolve("missing.jar");

        var run = CommandRun.of(
                "submit", "--cluster", "127.0.0.1:1", "--bootstrap", "127.0.0.1:2", "--jar", jar.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("error: there is no job jar " + jar),
                        line -> assertThat(line).startsWith("error: no Flink cluster answers at http://127.0.0.1:1/"),
                        line -> assertThat(line).startsWith("error: no Kafka answers at 127.0.0.1:2"),
                        line -> assertThat(line).isEqualTo("3 errors; nothing was submitted"));
    }

    /** It is a warning: what stands against the job is said beside it, and it is no reason itself. */
    @Test
    void aTopicThatIsNotSetAsItMustBeIsWarnedOf() throws Exception {
        try (var kafka = LocalKafka.start();
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topic.EVENTS.topicName(), 1, (short) 1)
                            .configs(Map.of("max.message.bytes", "6291456"))))
                    .all()
                    .get();
            Topics.create(kafka.bootstrapServers());

            var run = CommandRun.of(
                    "submit", "--cluster", "127.0.0.1:1", "--bootstrap", kafka.bootstrapServers(), "--jar", "none.jar");

            assertThat(run.err().lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .isEqualTo("warning: agent.events: message.timestamp.type is CreateTime; it must be"
                                            + " LogAppendTime, or a replay does not see what was seen live"),
                            line -> assertThat(line).startsWith("error: there is no job jar none.jar"),
                            line -> assertThat(line).startsWith("error: no Flink cluster answers at "),
                            line -> assertThat(line).isEqualTo("2 errors; nothing was submitted"));
        }
    }

    @Test
    void aClusterIsAskedFor() {
        var run = CommandRun.of("submit");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("Missing required option: '--cluster=HOST:PORT'");
    }

    @Test
    void anAddressWithoutAPortIsInvalid() {
        var run = CommandRun.of("submit", "--cluster", "flink.example.com");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("'flink.example.com' is not HOST:PORT, such as 127.0.0.1:8081");
    }

    @Test
    void verboseShowsWhereAnErrorCameFrom(@TempDir Path directory) {
        var run = CommandRun.of(
                "submit",
                "--verbose",
                "--cluster",
                "127.0.0.1:1",
                "--bootstrap",
                "127.0.0.1:2",
                "--jar",
                directory.resolve("missing.jar").toString());

        assertThat(run.err()).contains("\tat dev.ripcord.deploy.submit.Submission");
    }
}

package dev.ripcord.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static final String[] KAFKA = {"--ripcord.kafka.bootstrap-servers", "broker-1:9092,broker-2:9092"};

    @Test
    void kafkaAloneIsEnough() {
        GuardSettings settings = SettingsReader.read(KAFKA);

        assertThat(settings.kafka().bootstrapServers()).isEqualTo("broker-1:9092,broker-2:9092");
        assertThat(settings.startFrom()).isEqualTo(GuardOptions.StartFrom.LATEST);
        assertThat(settings.detection().idleLimit()).isEqualTo(Duration.ofHours(6));
        assertThat(settings.checkpoints().backend()).isEmpty();
        assertThat(settings.keepDeadContent()).isFalse();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(
                        "--ripcord.start-from", "yesterday",
                        "--ripcord.detection.idle-limit", "-5 s",
                        "--ripcord.decisions.pause", "0 s",
                        "--ripcord.checkpoint.intervall", "10 s"));

        assertThat(refused.problems())
                .hasSize(5)
                .anyMatch(problem -> problem.startsWith("ripcord.kafka.bootstrap-servers is missing; it must be HOST:PORT"))
                .anyMatch(problem -> problem.startsWith("ripcord.start-from is 'yesterday'"))
                .anyMatch(problem -> problem.startsWith("ripcord.detection.idle-limit is '-5 s'"))
                .anyMatch(problem -> problem.equals("ripcord.decisions.pause is 0 ms; it must be at least 1000 ms"))
                .anyMatch(problem -> problem.startsWith("ripcord.checkpoint.intervall is no setting; there are: "));
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class, () -> SettingsReader.read("--ripcord.kafka.bootstrap-servers", "broker"));

        assertThat(refused.problems())
                .containsExactly("ripcord.kafka.bootstrap-servers is 'broker'; it must be HOST:PORT[,HOST:PORT...]");
    }

    @Test
    void credentialsReachTheClientsAndNoLog(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("client.properties"),
                "security.protocol=SASL_SSL\nsasl.jaas.config=secret-of-kafka\nssl.key.password=hunter2\n");

        GuardSettings settings = SettingsReader.read(
                KAFKA[0], KAFKA[1], "--ripcord.kafka.properties-file", file.toString());

        assertThat(settings.kafka().client()).containsEntry("ssl.key.password", "hunter2");
        assertThat(settings.toString())
                .contains("security.protocol=SASL_SSL")
                .doesNotContain("hunter2")
                .doesNotContain("secret-of-kafka");
    }
}

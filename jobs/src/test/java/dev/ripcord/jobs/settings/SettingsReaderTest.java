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
                        "--ripcord.start-from",
                        "yesterday",
                        "--ripcord.detection.idle-limit",
                        "a while",
                        "--ripcord.decisions.pause",
                        "0 s",
                        "--ripcord.state.backend",
                        "--ripcord.checkpoint.intervall",
                        "10 s"));

        assertThat(refused.problems())
                .contains(
                        "ripcord.checkpoint.intervall is no setting of the guard",
                        "ripcord.kafka.bootstrap-servers is missing; it must be HOST:PORT[,HOST:PORT...]",
                        "ripcord.start-from is 'yesterday'; it must be LATEST or EARLIEST",
                        "ripcord.detection.idle-limit is 'a while'; it must be a duration such as 10 s, 5 min or 6 h",
                        "ripcord.decisions.pause is 0 ms; it must be at least 1000 ms",
                        "ripcord.state.backend has no value; it must be ROCKSDB or HASHMAP")
                .hasSize(7);
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

        GuardSettings settings =
                SettingsReader.read(KAFKA[0], KAFKA[1], "--ripcord.kafka.properties-file", file.toString());

        assertThat(settings.kafka().client()).containsEntry("ssl.key.password", "hunter2");
        assertThat(settings.toString())
                .contains("security.protocol=SASL_SSL")
                .doesNotContain("hunter2")
                .doesNotContain("secret-of-kafka");
    }
}

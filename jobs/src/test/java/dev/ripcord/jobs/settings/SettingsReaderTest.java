package dev.ripcord.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.halt.KeyPairFiles;
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

    @Test
    void trustedKeysAreReadWhereTheJobIsSubmitted(@TempDir Path directory) throws IOException {
        Path operators = KeyPairFiles.generate("ops-1", directory).publicKey();
        Path guard = KeyPairFiles.generate("guard", directory).publicKey();
        String keys = "ops-1=" + operators + ", guard=" + guard;

        GuardSettings settings = SettingsReader.read(KAFKA[0], KAFKA[1], "--ripcord.halts.trusted-keys", keys);

        assertThat(settings.control().trusted().orElseThrow()).hasToString("TrustedKeys[guard, ops-1]");
        assertThat(SettingsReader.read(KAFKA).control().trusted()).isEmpty();
        assertThat(SettingsReader.read(KAFKA).control().violationGrace()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aGuardThatDoesNotBelieveItsOwnKeyIsRefused(@TempDir Path directory) throws IOException {
        String trusted = "ops-1=" + KeyPairFiles.generate("ops-1", directory).publicKey();

        assertThatThrownBy(() -> SettingsReader.read(
                        KAFKA[0],
                        KAFKA[1],
                        "--ripcord.halts.trusted-keys",
                        trusted,
                        "--ripcord.halts.signing-key",
                        "guard=/etc/ripcord/guard.key"))
                .hasMessageContaining("ripcord.halts.signing-key has the id 'guard'")
                .hasMessageContaining("must believe its own halts");
    }

    @Test
    void trustedKeysThatAreNoneAreRefusedWithWhatIsWrong(@TempDir Path directory) throws IOException {
        Path secret = KeyPairFiles.generate("ops-1", directory).privateKey();
        String name = "ripcord.halts.trusted-keys is '";
        assertThat(trustedKeysProblem("ops-1")).startsWith(name + "ops-1'; it must be KEYID=FILE[,KEYID=FILE...]");
        assertThat(trustedKeysProblem("ops-1=" + directory.resolve("none.pub"))).contains("none.pub cannot be read");
        assertThat(trustedKeysProblem("ops-1=" + secret)).contains("has no block BEGIN PUBLIC KEY");
        assertThat(trustedKeysProblem("a=" + secret + ",a=" + secret)).contains("key 'a' is given twice");
    }

    @Test
    void decisionsHaveTheirDefaultsAndTheirBounds() {
        assertThat(SettingsReader.read(KAFKA).decisions()).isEqualTo(DecisionLimits.DEFAULT);
        assertThat(SettingsReader.read(KAFKA).signing()).isEmpty();

        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(
                        KAFKA[0],
                        KAFKA[1],
                        "--ripcord.decisions.blast-radius",
                        "-1",
                        "--ripcord.decisions.halt-retention",
                        "5 min",
                        "--ripcord.decisions.ack-timeout",
                        "soon",
                        "--ripcord.halts.signing-key",
                        "/keys/guard.key"));

        assertThat(refused.problems())
                .containsExactlyInAnyOrder(
                        "ripcord.decisions.blast-radius is -1; it must be from 0, for no bound, to 10000",
                        "ripcord.decisions.halt-retention is 300000 ms; it must be at least 3600000 ms",
                        "ripcord.decisions.ack-timeout is 'soon'; it must be a duration such as 10 s, 5 min or 6 h",
                        "ripcord.halts.signing-key is '/keys/guard.key'; it must be KEYID=FILE, the file on each"
                                + " TaskManager with a private Ed25519 key in PEM");
    }

    @Test
    void atLeastOneSessionIsCachedAndNoMoreThanAHeapHolds() {
        assertThat(SettingsReader.read(KAFKA).detection().cachedSessions()).isEqualTo(10_000);
        assertThat(cachedSessionsProblem("0"))
                .isEqualTo("ripcord.detection.cached-sessions is 0; it must be from 1 to 10000000");
        assertThat(cachedSessionsProblem("10000001")).contains("must be from 1 to 10000000");
        assertThat(cachedSessionsProblem("all")).contains("is 'all'; it must be a number of sessions");
    }

    private static String cachedSessionsProblem(String found) {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(KAFKA[0], KAFKA[1], "--ripcord.detection.cached-sessions", found));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }

    @Test
    void theSigningKeyIsNamedAndNotReadWhereTheJobIsSubmitted() {
        GuardSettings settings = SettingsReader.read(
                KAFKA[0],
                KAFKA[1],
                "--ripcord.halts.signing-key",
                "guard-1=/keys/guard.key",
                "--ripcord.decisions.blast-radius",
                "0");

        assertThat(settings.signing()).contains(new SigningKeyFile("guard-1", "/keys/guard.key"));
        assertThat(settings.decisions().blastRadius()).isZero();
    }

    private static String trustedKeysProblem(String keys) {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> SettingsReader.read(KAFKA[0], KAFKA[1], "--ripcord.halts.trusted-keys", keys));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}

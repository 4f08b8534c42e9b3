package dev.ripcord.deploy.clients;

import static dev.ripcord.deploy.clients.HaltRecords.operatorHalt;
import static dev.ripcord.deploy.clients.HaltRecords.release;
import static dev.ripcord.deploy.clients.HaltRecords.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.KeyPairFiles;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client believes that was given a key, in every language. The gateway has none, and hands on what it gets. */
@ParameterizedClass
@EnumSource(ClientLanguage.class)
@Timeout(60)
class ClientTrustIT {
    private static Stand stand;

    @TempDir
    private static Path directory;

    private static KeyPairFiles files;
    private static SigningKey key;
    private static SigningKey forger;
    private static SigningKey stranger;

    @Parameter
    private ClientLanguage language;

    private final String session = HaltRecords.newSession();
    private final Scope scope = scope(session);

    @BeforeAll
    static void start() throws Exception {
        files = KeyPairFiles.generate("ops-1", directory);
        key = SigningKey.read("ops-1", files.privateKey());
        // Another key that says it is the trusted one, and one that says what it is.
        forger = SigningKey.read(
                "ops-1", KeyPairFiles.generate("ops-1", directory.resolve("forged")).privateKey());
        stranger = SigningKey.read(
                "stranger", KeyPairFiles.generate("stranger", directory).privateKey());
        stand = Stand.start();
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @BeforeEach
    void requireLanguage() throws Exception {
        language.requireSignatures();
    }

    private ClientProcess client() throws Exception {
        return ClientProcess.start(
                language, ClientOptions.of(stand.gateway(), session).trusting("ops-1", files.publicKey()));
    }

    private static String signed(Halt halt) {
        return new String(key.sign(halt), StandardCharsets.UTF_8);
    }

    @Test
    void onlyWhatATrustedKeySignedStops() throws Exception {
        try (ClientProcess client = client()) {
            client.awaitConnections(1);
            // Each later than the one before: to a gateway without keys it is newer, and so handed on.
            stand.halts().write(operatorHalt(scope, 1_000));
            stand.halts().write(operatorHalt(scope, 1_001), forger);
            stand.halts().write(operatorHalt(scope, 1_002), stranger);
            Halt altered = operatorHalt(scope, 1_003);
            stand.halts().write(altered.key(), signed(altered).replace("at once", "at some time"));
            client.awaitStatistic("refused_records", 4);
            assertThat(client.check().path("event").asText()).isEqualTo("checked");

            Halt halt = operatorHalt(scope, 1_004);
            stand.halts().write(halt, key);

            assertThat(client.awaitCheck("halted").path("reason").asText()).isEqualTo(halt.reason());
            client.awaitCallback("halt", halt.haltId());
            assertThat(client.callbacks("halt")).hasSize(1);
        }
    }

    @Test
    void onlyWhatATrustedKeySignedLaterReleases() throws Exception {
        Release old = release(scope, 500, -1);
        stand.halts().write(old, key);
        try (ClientProcess client = client()) {
            stand.halts().write(operatorHalt(scope, 1_000), key);
            client.awaitCheck("halted");
            stand.halts().write(old, key);
            stand.halts().write(release(scope, 2_000, -1));
            stand.halts().write(release(scope, 2_001, -1), forger);
            stand.halts().write(release(scope, 2_002, -1), stranger);
            client.awaitStatistic("refused_records", 3);
            assertThat(client.check().path("event").asText()).isEqualTo("halted");

            stand.halts().write(release(scope, 2_003, -1), key);
            client.awaitCheck("checked");
        }
    }

    @Test
    void aRecordThatWasMovedToAnotherKeyStopsNobody() throws Exception {
        try (ClientProcess client = client()) {
            client.awaitConnections(1);
            Halt others = operatorHalt(scope(HaltRecords.newSession()), 1_000);
            stand.halts().write(operatorHalt(scope, 1_000).key(), signed(others));
            // What comes after it is there, so that the moved one has passed.
            Halt halt = operatorHalt(scope, 2_000);
            stand.halts().write(halt, key);
            client.awaitCheck("halted");

            client.awaitCallback("halt", halt.haltId());
            assertThat(client.callbacks("halt")).hasSize(1);
        }
    }

    @Test
    void aTombstoneLiftsNothingForNobodyCanSignIt() throws Exception {
        try (BreakableProxy proxy = new BreakableProxy(stand.gateway());
                ClientProcess client = ClientProcess.start(
                        language, ClientOptions.of(proxy.address(), session).trusting("ops-1", files.publicKey()))) {
            Halt halt = operatorHalt(scope, 1_000);
            stand.halts().write(halt, key);
            client.awaitCheck("halted");

            stand.halts().remove(halt.key());
            proxy.cut();
            client.awaitDisconnected();
            proxy.mend();
            client.awaitConnections(2);

            assertThat(client.check().path("event").asText()).isEqualTo("halted");
            assertThat(client.callbacks("release")).isEmpty();
        }
    }
}

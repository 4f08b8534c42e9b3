package dev.ripcord.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
    private static final Halt HALT = Halt.byOperator(
            "9c1185a5c5e9fc54612808977ee8f548",
            Scope.session(new SessionKey("default", "invoice-9")),
            "said \"stop\",\"key_id\":\"x\" – at once",
            new Actor(Actor.Kind.PERSON, "maria"),
            1_767_225_600_000L,
            null,
            List.of());

    @TempDir
    private Path directory;

    private SigningKey key;
    private HaltReader reader;

    @BeforeEach
    void newKey() throws IOException {
        KeyPairFiles files = KeyPairFiles.generate("ops-1", directory);
        key = SigningKey.read("ops-1", files.privateKey());
        reader = HaltReader.trusting(TrustedKeys.read(Map.of("ops-1", files.publicKey())));
    }

    @Test
    void whatWasSignedIsBelieved() throws Exception {
        assertThat(reader.read(HALT.key(), key.sign(HALT))).isEqualTo(HALT);
    }

    @Test
    void aForgedRecordIsRefused() throws IOException {
        KeyPairFiles other = KeyPairFiles.generate("ops-1", directory.resolve("other"));
        byte[] forged = SigningKey.read("ops-1", other.privateKey()).sign(HALT);

        assertRefused(HALT.key(), forged, "does not match");
    }

    @Test
    void aRecordThatNobodyOrAStrangerSignedIsRefused() throws IOException {
        KeyPairFiles stranger = KeyPairFiles.generate("stranger", directory);

        assertRefused(HALT.key(), Json.bytes(HALT), "not signed");
        assertRefused(
                HALT.key(), SigningKey.read("stranger", stranger.privateKey()).sign(HALT), "key 'stranger'");
    }

    @Test
    void anAlteredRecordIsRefusedWhateverWasAltered() {
        String text = new String(key.sign(HALT), StandardCharsets.UTF_8);
        for (int at = 0; at < text.length(); at++) {
            String altered = text.substring(0, at) + (text.charAt(at) == 'x' ? 'y' : 'x') + text.substring(at + 1);
            assertThatThrownBy(() -> reader.read(HALT.key(), altered.getBytes(StandardCharsets.UTF_8)))
                    .as(altered)
                    .isInstanceOf(UntrustedRecord.class);
        }
    }

    @Test
    void aRecordThatWasMovedToAnotherKeyIsRefused() {
        assertRefused("session/default/other/operator", key.sign(HALT), "belongs under");
        assertRefused("session/default/invoice-9/guard", key.sign(HALT), "belongs under");
    }

    @Test
    void aRecordIsSignedOnce() throws Exception {
        HaltRecord signed = HaltReader.trustingTheTopic().read(HALT.key(), key.sign(HALT));

        assertThat(signed.keyId()).isEqualTo("ops-1");
        assertThatThrownBy(() -> key.sign(signed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrivateKeyIsItsOwnersAloneAndNeverWrittenOver() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("ops-1.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThatThrownBy(() -> KeyPairFiles.generate("ops-1", directory))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFileThatIsNoKeyIsRefusedByNameAndNotQuoted() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.pub"), "secret");

        assertThatThrownBy(() -> TrustedKeys.read(Map.of("k", wrong)))
                .hasMessageContaining("wrong.pub")
                .hasMessageContaining("PUBLIC KEY")
                .hasMessageNotContaining("secret");
    }

    private void assertRefused(String key, byte[] value, String because) {
        assertThatThrownBy(() -> reader.read(key, value))
                .isInstanceOf(UntrustedRecord.class)
                .hasMessageContaining(because);
    }
}

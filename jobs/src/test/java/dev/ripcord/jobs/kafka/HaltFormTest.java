package dev.ripcord.jobs.kafka;

import static dev.ripcord.decision.GivenSignal.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.decision.GivenSignal;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.halt.KeyPairFiles;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.jobs.settings.SigningKeyFile;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltFormTest {
    private static final Halt HALT =
            GivenSignal.of("invoice-9", 7, NOW).signal().halt(null, "i");
    private static final HaltWrite WRITE = new HaltWrite(HALT.key(), HALT);

    @TempDir
    private Path directory;

    @Test
    void withoutAKeyTheRecordIsWhatItSays() throws IOException {
        RecordForm<HaltWrite> form = RecordForms.halts(Optional.empty());
        form.open();

        assertThat(form.key(WRITE)).isEqualTo("session/default/invoice-9/guard");
        assertThat(form.value(WRITE)).isEqualTo(Json.bytes(HALT));
    }

    @Test
    void withAKeyItIsSigned() throws Exception {
        KeyPairFiles keys = KeyPairFiles.generate("guard-1", directory);
        RecordForm<HaltWrite> form = signedWith(keys.privateKey());
        form.open();

        HaltReader reader = HaltReader.trusting(TrustedKeys.read(Map.of("guard-1", keys.publicKey())));
        assertThat(reader.read(HALT.key(), form.value(WRITE))).isEqualTo(HALT);
    }

    @Test
    void whatLeavesTheTopicHasNoValue() throws IOException {
        RecordForm<HaltWrite> form = RecordForms.halts(Optional.empty());
        form.open();

        assertThat(form.value(new HaltWrite(HALT.key(), null))).isNull();
    }

    @Test
    void aFileThatHoldsNoKeyIsSaidAtStartWithItsSettingAndItsName() throws IOException {
        Path missing = directory.resolve("none.key");
        Path text = Files.writeString(directory.resolve("some.key"), "no key");
        Path other = KeyPairFiles.generate("guard-1", directory).publicKey();

        for (Path file : new Path[] {missing, text, other}) {
            assertThatThrownBy(signedWith(file)::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("ripcord.halts.signing-key names " + file + ", from which no private");
        }
    }

    private static RecordForm<HaltWrite> signedWith(Path file) {
        return RecordForms.halts(Optional.of(new SigningKeyFile("guard-1", file.toString())));
    }
}

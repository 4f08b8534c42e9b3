package dev.ripcord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    @TempDir
    private Path directory;

    @Test
    void aByteThatIsNotUtf8IsNamedWithItsPlace() throws IOException {
        assertThat(refusal(file("a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(new Fault(new Place(2, 7), "byte 0xE9 is not UTF-8; save the file as UTF-8"));
    }

    @Test
    void aFileThatEndsWithinACharacterIsNotUtf8() throws IOException {
        assertThat(refusal(file(new byte[] {'a', (byte) 0xC3})))
                .isEqualTo(new Fault(new Place(1, 2), "byte 0xC3 is not UTF-8; save the file as UTF-8"));
    }

    @Test
    void aLargeFileIsRefused() throws IOException {
        assertThat(refusal(file(new byte[2001])))
                .isEqualTo(new Fault(Place.START, "2,001 bytes are too many; the most is 2,000"));
        assertThat(catchThrowableOfType(UnreadableSource.class, () -> SourceFile.of("x", "y".repeat(2001), 2000)))
                .hasMessage("2,001 bytes are too many; the most is 2,000");
    }

    @Test
    void aMissingFileAndADirectoryAreRefused() {
        assertThat(refusal(directory.resolve("none.yaml"))).isEqualTo(new Fault(Place.START, "there is no such file"));
        assertThat(refusal(directory)).isEqualTo(new Fault(Place.START, "is a directory; it must be a file"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException, UnreadableSource {
        assertThat(SourceFile.read(file("\uFEFFa: 1".getBytes(StandardCharsets.UTF_8)), 2000)
                        .text())
                .isEqualTo("a: 1");
    }

    @Test
    void aLineTooWideForATerminalIsCutOrLeftOut() {
        var source = new SourceText("wide", "\tx" + "y".repeat(500));

        assertThat(source.excerpt(new Place(1, 2)))
                .startsWith("\txy")
                .hasSize(SourceText.WIDEST_EXCERPT + 3)
                .endsWith("...");
        assertThat(source.excerpt(new Place(1, 400))).isEmpty();
        assertThat(source.excerpt(new Place(2, 1))).isEmpty();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("file.yaml"), bytes);
    }

    private static Fault refusal(Path file) {
        return catchThrowableOfType(UnreadableSource.class, () -> SourceFile.read(file, 2000))
                .fault();
    }
}

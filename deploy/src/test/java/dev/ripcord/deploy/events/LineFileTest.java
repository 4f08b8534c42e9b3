package dev.ripcord.deploy.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    @TempDir
    private Path directory;

    @Test
    void emptyLinesArePassedOverAndEveryOtherKeepsItsNumber() throws Exception {
        var lines = read(file("a.jsonl", "one\n\n\r\ntwo\r\nthree".getBytes(UTF_8)));

        assertThat(lines).extracting(Line::number).containsExactly(1L, 4L, 5L);
        assertThat(lines).extracting(line -> new String(line.bytes(), UTF_8)).containsExactly("one", "two", "three");
    }

    @Test
    void whatIsGzippedIsReadWhateverItIsCalled() throws Exception {
        var lines = read(file("a.jsonl", gzipped("one\ntwo\n")));

        assertThat(lines).extracting(line -> new String(line.bytes(), UTF_8)).containsExactly("one", "two");
    }

    @Test
    void linesAreLongerThanAnyBuffer() throws Exception {
        var longLine = new byte[200_000];
        Arrays.fill(longLine, (byte) 'x');
        longLine[150_000] = '\n';

        assertThat(read(file("a.jsonl", longLine)))
                .extracting(line -> line.bytes().length)
                .containsExactly(150_000, 49_999);
    }

    @Test
    void bytesThatAreNoUtf8StayAsTheyAre() throws Exception {
        var bytes = "caf\u00e9".getBytes(ISO_8859_1);

        assertThat(read(file("a.jsonl", bytes)))
                .singleElement()
                .satisfies(line -> assertThat(line.bytes()).isEqualTo(bytes));
    }

    @Test
    void howMuchWasReadIsToldInBytesOfTheFileCompressedOrNot() throws Exception {
        for (var bytes : List.of("one\ntwo\n".getBytes(UTF_8), gzipped("one\ntwo\n"))) {
            var file = LineFile.existing(file("a", bytes).toString(), "nothing");

            assertThat(file.share()).isEmpty();
            file.forEach(line -> {});
            assertThat(file.share()).hasValue(1);
        }
    }

    @Test
    void anEmptyFileHasNoLines() throws Exception {
        assertThat(read(file("a.jsonl", new byte[0]))).isEmpty();
    }

    @Test
    void aGzipFileThatIsCutOffIsToldWithItsPlace() throws Exception {
        var whole = gzipped("one\ntwo\n");
        var file = file("cut.gz", Arrays.copyOf(whole, whole.length - 6));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut.gz:")
                .hasMessageEndingWith("the compressed file is cut off here");
    }

    @Test
    void aMissingFileIsRefusedByName() {
        assertThatThrownBy(() -> LineFile.existing(directory.resolve("none").toString(), "nothing was sent"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.exitCode()).isEqualTo(ExitCode.INVALID);
                    assertThat(refusal.reasons()).containsExactly("no such file: " + directory.resolve("none"));
                });
    }

    @Test
    void aDirectoryIsRefused() {
        assertThatThrownBy(() -> LineFile.existing(directory.toString(), "nothing was sent"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reasons())
                                .containsExactly(
                                        directory + " is a directory; it must be a file of JSON Lines, plain or .gz"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Line> read(Path file) throws IOException, InterruptedException {
        var lines = new ArrayList<Line>();
        LineFile.existing(file.toString(), "nothing").forEach(lines::add);
        return lines;
    }
}

package dev.ripcord.console.archive.compact;

import static dev.ripcord.archive.ArchiveTable.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.archive.ArchiveTable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final Instant THE_NEXT_DAY = Instant.parse("2026-02-01T12:00:00Z");

    @TempDir
    private Path root;

    private final List<FolderChange> changes = new ArrayList<>();
    private WrittenArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new WrittenArchive(root);
    }

    @AfterEach
    void close() throws Exception {
        archive.close();
    }

    private void compact() throws Exception {
        new ArchiveUpkeep(root, THE_NEXT_DAY, changes::add).compact(Duration.ZERO);
    }

    @Test
    void manyFilesBecomeOneSortedBySession() throws Exception {
        archive.write(EVENTS, "part-1.parquet", "b s2 0", "a s9 1", "- - 2");
        archive.write(EVENTS, "part-2.parquet", "b s1 3", "a s9 4", "b s2 5");
        List<String> before = archive.contents(EVENTS);

        compact();

        assertThat(archive.names(EVENTS)).singleElement().asString().matches("part-sorted-.*\\.parquet");
        assertThat(archive.records(EVENTS)).containsExactly("a s9 1", "a s9 4", "b s1 3", "b s2 0", "b s2 5", "- - 2");
        assertThat(archive.contents(EVENTS)).isEqualTo(before);
        assertThat(archive.ask("SELECT decode(value) FROM parquet_kv_metadata('" + archive.folder(EVENTS)
                        + "/*.parquet') WHERE decode(key) = 'ripcord.archive.schema'"))
                .containsExactly("1");
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.files()).isEqualTo(2);
            assertThat(change.kept()).isEqualTo(6);
        });
    }

    @Test
    void whatIsCompactedIsLeftAlone() throws Exception {
        archive.write(EVENTS, "part-1.parquet", "a s 0");
        compact();
        List<String> once = archive.names(EVENTS);
        compact();

        assertThat(archive.names(EVENTS)).isEqualTo(once);
        assertThat(changes).hasSize(1);
    }

    @Test
    void aDayThatIsNotOverLongEnoughIsLeftAlone() throws Exception {
        archive.write(EVENTS, "part-1.parquet", "a s 0");
        new ArchiveUpkeep(root, THE_NEXT_DAY, changes::add).compact(Duration.ofHours(13));

        assertThat(archive.names(EVENTS)).containsExactly("part-1.parquet");
        assertThat(changes).isEmpty();
    }

    @Test
    void aRunThatDiedBeforeItDeletedIsPutRight() throws Exception {
        archive.write(EVENTS, "part-1.parquet", "a s 0", "a s 1");
        archive.write(EVENTS, "part-sorted-died.parquet", "a s 0", "a s 1");
        Files.writeString(archive.folder(EVENTS).resolve(".tmp-died.parquet"), "half");

        compact();

        assertThat(archive.records(EVENTS)).containsExactly("a s 0", "a s 1");
        assertThat(archive.names(EVENTS)).hasSize(1);
        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.repeated()).isEqualTo(2));
    }

    @Test
    void filesThatAreBeingWrittenAreNotTouched() throws Exception {
        archive.write(EVENTS, "part-1.parquet", "a s 0");
        Files.writeString(archive.folder(EVENTS).resolve(".part-2.parquet.inprogress.77"), "half");

        compact();

        assertThat(archive.names(EVENTS))
                .contains(".part-2.parquet.inprogress.77")
                .hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNamedAndKeptAndTheRestGoesOn() throws Exception {
        Path damaged = archive.write(EVENTS, "part-damaged.parquet", "a s 0", "a s 1");
        damage(damaged);
        Path cut = Files.writeString(archive.folder(EVENTS).resolve("part-cut.parquet"), "PAR1 and no more");
        Path newer = archive.writeAs("2", "", EVENTS, "part-newer.parquet", "a s 2");
        Path foreign = Files.copy(newer, archive.folder(EVENTS).resolve("part-foreign.parquet"));
        archive.run("COPY (SELECT 1 AS x) TO '" + foreign + "' (FORMAT parquet)");
        archive.write(EVENTS, "part-good.parquet", "a s 3");
        archive.write(EVENTS, "part-good-too.parquet", "a s 4");

        compact();

        assertThat(List.of(damaged, cut, newer, foreign)).allMatch(Files::exists);
        assertThat(archive.names(EVENTS)).hasSize(5);
        FolderChange change = changes.get(0);
        assertThat(change.kept()).isEqualTo(2);
        assertThat(change.skipped())
                .extracting(SkippedFile::file)
                .containsExactlyInAnyOrder(damaged, cut, newer, foreign);
        assertThat(change.skipped())
                .extracting(SkippedFile::reason)
                .anySatisfy(reason -> assertThat(reason).contains("it is no file of the archive"))
                .anySatisfy(reason -> assertThat(reason).contains("ripcord.archive.schema is 2; this version reads 1"))
                .anySatisfy(reason -> assertThat(reason).contains("cannot be read"));
    }

    @Test
    void columnsOfALaterVersionSurviveAndMissingOnesAreNull() throws Exception {
        archive.write(EVENTS, "part-old.parquet", "a s 0");
        archive.writeAs("1", ", 'h' || o AS headers, o * 2 AS of_tomorrow", EVENTS, "part-new.parquet", "a s 1");

        compact();

        assertThat(archive.ask("SELECT concat_ws(' ', \"offset\", headers, of_tomorrow) FROM " + archive.files(EVENTS)))
                .containsExactly("0", "1 h1 2");
    }

    /** Written by the archive job when its schema was at version 1: to be read by every version after it. */
    @Test
    void whatTheFirstVersionWroteIsCompactedWithAllItsColumns() throws Exception {
        Path stored =
                Path.of("src/test/resources/archive/schema-1/events/date=2026-01-01/bucket=00-of-01/part-0.parquet");
        Files.copy(stored, Files.createDirectories(archive.folder(EVENTS)).resolve("part-0.parquet"));
        List<String> before = archive.contents(EVENTS);
        List<String> columns = archive.columns(EVENTS);

        compact();

        assertThat(archive.names(EVENTS)).singleElement().asString().startsWith("part-sorted-");
        assertThat(archive.contents(EVENTS)).hasSize(12).isEqualTo(before);
        assertThat(archive.columns(EVENTS)).hasSize(EVENTS.columns().size()).isEqualTo(columns);
    }

    @Test
    void eachTableIsCompactedByItself() throws Exception {
        for (ArchiveTable table : ArchiveTable.values()) {
            archive.write(table, "part-1.parquet", "a s 0");
            archive.write(table, "part-2.parquet", "- - 1");
        }

        compact();

        for (ArchiveTable table : ArchiveTable.values()) {
            assertThat(archive.records(table)).containsExactly("a s 0", "- - 1");
            assertThat(archive.names(table)).hasSize(1);
        }
    }

    @Test
    void twoAtOnceAreRefused() throws Exception {
        try (ArchiveLock lock = ArchiveLock.of(root)) {
            assertThatThrownBy(this::compact).hasMessageContaining("by somebody else");
        }
        compact();
    }

    /** The file's end, by which it is known as Parquet, stays sound. */
    private static void damage(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(64), 4);
        }
    }
}

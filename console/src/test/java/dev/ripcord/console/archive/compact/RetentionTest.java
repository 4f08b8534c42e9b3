package dev.ripcord.console.archive.compact;

import static dev.ripcord.archive.ArchiveTable.EVENTS;
import static dev.ripcord.archive.ArchiveTable.PATTERNS;
import static dev.ripcord.archive.ArchiveTable.SIGNALS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    /** Of a day: 2026-01-31. */
    private static final Instant TEN_DAYS_AFTER_IT_WAS_OVER = Instant.parse("2026-02-11T00:00:00Z");

    @TempDir
    private Path root;

    private final List<FolderChange> changes = new ArrayList<>();
    private WrittenArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new WrittenArchive(root);
        archive.write(EVENTS, "part-1.parquet", "a s 0", "b s 1", "- - 2", "c s 3");
        archive.write(PATTERNS, "part-1.parquet", "- - 0");
    }

    @AfterEach
    void close() throws Exception {
        archive.close();
    }

    private void retain(Map<String, Duration> byTenant, Duration others) throws Exception {
        new ArchiveUpkeep(root, TEN_DAYS_AFTER_IT_WAS_OVER, changes::add)
                .retain(new Retention(byTenant, Optional.ofNullable(others)));
    }

    @Test
    void aTenantsRecordsGoWhenItsTimeIsOver() throws Exception {
        retain(Map.of("a", Duration.ofDays(10), "b", Duration.ofDays(11)), Duration.ofDays(365));

        assertThat(archive.records(EVENTS)).containsExactly("b s 1", "c s 3", "- - 2");
        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.expired()).isEqualTo(1));
    }

    @Test
    void everybodyElsesGoAndSomeStayLonger() throws Exception {
        retain(Map.of("b", Duration.ofDays(3650)), Duration.ofDays(10));

        assertThat(archive.records(EVENTS)).containsExactly("b s 1");
    }

    @Test
    void withoutATimeForTheOthersTheyStay() throws Exception {
        retain(Map.of("a", Duration.ofDays(1)), null);

        assertThat(archive.records(EVENTS)).containsExactly("b s 1", "c s 3", "- - 2");
    }

    @Test
    void aFolderWithNothingLeftGoesAndPatternsStayForEver() throws Exception {
        retain(Map.of(), Duration.ofDays(10));

        assertThat(archive.folder(EVENTS).getParent()).doesNotExist();
        assertThat(archive.records(PATTERNS)).containsExactly("- - 0");
    }

    @Test
    void whatIsYoungerIsNotEvenRead() throws Exception {
        retain(Map.of("a", Duration.ofDays(11)), Duration.ofDays(11));

        assertThat(archive.names(EVENTS)).containsExactly("part-1.parquet");
        assertThat(changes).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNeverDeleted() throws Exception {
        Path cut = Files.writeString(archive.folder(EVENTS).resolve("part-cut.parquet"), "PAR1 and no more");
        archive.write(SIGNALS, "part-1.parquet", "a s 0");

        retain(Map.of(), Duration.ofDays(1));

        assertThat(archive.names(EVENTS)).containsExactly("part-cut.parquet");
        assertThat(archive.folder(SIGNALS)).doesNotExist();
        assertThat(changes.get(0).skipped()).extracting(SkippedFile::file).containsExactly(cut);
    }

    @Test
    void aTenantsNameIsNoSql() throws Exception {
        retain(Map.of("a') OR ('1' = '1", Duration.ofDays(1)), null);

        assertThat(archive.records(EVENTS)).hasSize(4);
    }
}

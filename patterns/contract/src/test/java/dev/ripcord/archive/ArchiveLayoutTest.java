package dev.ripcord.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.topic.SessionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveLayoutTest {
    /** Worked out by another program. What lies in an archive was put there by them: they never change. */
    @ParameterizedTest
    @CsvSource({"default,invoice-9,16,15", "default,invoice-10,16,5", "acme,größe-🙂,16,3", "default,build-7,100,2"})
    void aSessionHasItsBucketForEver(String tenant, String session, int count, int number) {
        assertThat(ArchiveBucket.of(new SessionKey(tenant, session), count))
                .isEqualTo(new ArchiveBucket(number, count));
    }

    @Test
    void tenantAndSessionDoNotRunIntoEachOther() {
        assertThat(ArchiveBucket.of(new SessionKey("a", "bc"), 97))
                .isNotEqualTo(ArchiveBucket.of(new SessionKey("ab", "c"), 97));
    }

    @Test
    void sessionsAreSpreadEvenly() {
        int[] sessions = new int[16];
        IntStream.range(0, 16_000)
                .mapToObj(number -> ArchiveBucket.of(new SessionKey("default", "session-" + number), 16))
                .forEach(bucket -> sessions[bucket.number()]++);

        assertThat(IntStream.of(sessions).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    }

    @Test
    void aReaderFindsTheSessionUnderAnyCount() {
        SessionKey session = new SessionKey("acme", "build-7");

        for (int count : new int[] {1, 4, 16, 100}) {
            long holding = IntStream.range(0, count)
                    .filter(number -> new ArchiveBucket(number, count).mayHold(session))
                    .count();
            assertThat(holding).isEqualTo(1);
        }
    }

    @Test
    void foldersAreNamedSoThatTheCountIsKnown() {
        long lastMoment = Instant.parse("2026-01-31T23:59:59.999Z").toEpochMilli();

        assertThat(ArchiveFolder.of(lastMoment, new ArchiveBucket(3, 16)).path())
                .isEqualTo("date=2026-01-31/bucket=03-of-16");
        assertThat(ArchiveFolder.of(lastMoment + 1, ArchiveBucket.ONLY).path())
                .isEqualTo("date=2026-02-01/bucket=00-of-01");
        assertThat(ArchiveFolder.date("date=2026-01-31")).contains(LocalDate.of(2026, 1, 31));
        assertThat(ArchiveBucket.parse("bucket=03-of-16")).contains(new ArchiveBucket(3, 16));
        assertThat(ArchiveBucket.parse("bucket=99-of-100")).contains(new ArchiveBucket(99, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket=16-of-16", "bucket=3-of-16", "bucket=00-of-00", "bucket=00-of-999", "03-of-16", ""})
    void otherFoldersAreNoBuckets(String folder) {
        assertThat(ArchiveBucket.parse(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"date=2026-02-30", "date=", "2026-01-31", ""})
    void otherFoldersAreNoDates(String folder) {
        assertThat(ArchiveFolder.date(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "part-4d3c-0-1.parquet,true",
        ".part-4d3c-0-1.parquet.inprogress.0a1b,false",
        ".tmp-4d3c.parquet,false",
        "_SUCCESS,false",
        "part.txt,false"
    })
    void halfWrittenFilesAreHidden(String name, boolean visible) {
        assertThat(ArchiveFolder.isVisible(name)).isEqualTo(visible);
    }

    @Test
    void aBucketThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new ArchiveBucket(0, 101)).hasMessageContaining("1 to 100 buckets");
        assertThatThrownBy(() -> new ArchiveBucket(4, 4)).hasMessageContaining("bucket 4 of 4");
    }
}

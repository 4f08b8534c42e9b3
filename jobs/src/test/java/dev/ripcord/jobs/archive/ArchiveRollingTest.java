package dev.ripcord.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.junit.jupiter.api.Test;

class ArchiveRollingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    private static final long NOW = Instant.parse("2026-01-31T08:00:00Z").toEpochMilli();
    private static final long SILENT = NOW - ArchiveRolling.SILENCE.toMillis();

    private final ArchiveRolling rolling = new ArchiveRolling();

    @Test
    void aFileOfAnEarlierDayIsFinishedWhenNothingMoreComes() {
        assertThat(rolling.shouldRollOnProcessingTime(new File(TODAY.minusDays(1), SILENT), NOW))
                .isTrue();
        assertThat(rolling.shouldRollOnProcessingTime(new File(TODAY.minusDays(1), SILENT + 1), NOW))
                .isFalse();
    }

    @Test
    void aFileOfTodayWaitsForTheCheckpoint() {
        assertThat(rolling.shouldRollOnProcessingTime(new File(TODAY, 0), NOW)).isFalse();
        assertThat(rolling.shouldRollOnCheckpoint(new File(TODAY, 0))).isTrue();
    }

    /** A file in a folder of that day, with the time at which a record came last. */
    private record File(LocalDate date, long getLastUpdateTime) implements PartFileInfo<String> {
        @Override
        public String getBucketId() {
            return "date=" + date + "/bucket=00-of-01";
        }

        @Override
        public long getCreationTime() {
            return 0;
        }

        @Override
        public long getSize() {
            return 0;
        }
    }
}

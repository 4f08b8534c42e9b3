package dev.ripcord.jobs.archive;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveFolder;
import java.time.Duration;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.CheckpointRollingPolicy;

/**
 * When a file is finished: at each checkpoint, and before it where its day is over and nothing more comes for it.
 *
 * <p>The second is for memory. Who begins with a week of backlog reads many days between two checkpoints, and each of a
 * day's buckets has a writer that gathers up to 8 MiB.
 */
final class ArchiveRolling extends CheckpointRollingPolicy<ArchiveRow, String> {
    /** Short against the checkpoints' interval; what comes later for the day begins another file. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    @Override
    public boolean shouldRollOnEvent(PartFileInfo<String> file, ArchiveRow row) {
        return false;
    }

    @Override
    public boolean shouldRollOnProcessingTime(PartFileInfo<String> file, long now) {
        String today = ArchiveFolder.of(now, ArchiveBucket.ONLY).path().split("/")[0];
        boolean isOver = file.getBucketId().split("/")[0].compareTo(today) < 0;
        return isOver && now - file.getLastUpdateTime() >= SILENCE.toMillis();
    }
}

package dev.ripcord.jobs.archive;

import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/**
 * Says in which folder of its table a row lies. What Flink calls a bucket is a date and a bucket of ours.
 *
 * @param buckets over how many folders a day's sessions are spread
 */
record ArchiveFolders(int buckets) implements BucketAssigner<ArchiveRow, String> {
    @Override
    public String getBucketId(ArchiveRow row, Context context) {
        return row.folder(buckets).path();
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}

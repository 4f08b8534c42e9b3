package dev.ripcord.jobs.settings;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The settings of ArchiveJob: {@code --KEY VALUE} on its command line. How to reach Kafka is as for the guard. */
public final class ArchiveOptions {
    public static final ConfigOption<String> ROOT = ConfigOptions.key("ripcord.archive.root")
            .stringType()
            .noDefaultValue()
            .withDescription("Where the archive lies: a URI that the cluster has a file system for, such as"
                    + " s3://bucket/ripcord, or an absolute directory that all TaskManagers share. Required.");

    public static final ConfigOption<Integer> BUCKETS = ConfigOptions.key("ripcord.archive.buckets")
            .intType()
            .defaultValue(16)
            .withDescription("Over how many folders a day's sessions are spread: each checkpoint writes a file in each."
                    + " May be changed at any time.");

    public static final ConfigOption<Duration> CHECKPOINT_INTERVAL = ConfigOptions.key("ripcord.checkpoint.interval")
            .durationType()
            .defaultValue(Duration.ofMinutes(5))
            .withDescription("How often files are finished, whatever the cluster's configuration says: a record is in"
                    + " the archive that much later at most, and a shorter time makes more and smaller files.");

    public static final ConfigOption<String> GROUP_ID = ConfigOptions.key("ripcord.kafka.group-id")
            .stringType()
            .defaultValue("ripcord-archive")
            .withDescription(
                    "Consumer group under which offsets are reported, for lag monitors. Flink's state holds the truth.");

    static final List<ConfigOption<?>> ALL = List.of(
            GuardOptions.BOOTSTRAP_SERVERS,
            GuardOptions.CLIENT_PROPERTIES_FILE,
            GROUP_ID,
            ROOT,
            BUCKETS,
            CHECKPOINT_INTERVAL,
            GuardOptions.CHECKPOINT_DIRECTORY);

    private ArchiveOptions() {}
}

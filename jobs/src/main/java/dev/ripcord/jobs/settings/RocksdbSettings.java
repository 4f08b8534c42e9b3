package dev.ripcord.jobs.settings;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.rocksdb.CompressionType;

/**
 * How RocksDB is told to keep sessions, so that a snapshot is short, because events wait while it writes what lies in its
 * memory to a file; and so that it is soon found out that a session is new.
 */
public final class RocksdbSettings {
    /**
     * About what a snapshot finds in memory, of sessions that ended or fell silent before it. At 4 MB files are merged
     * and uploaded more often, and signals come no sooner.
     */
    private static final MemorySize WRITE_BUFFER = MemorySize.ofMebiBytes(8);

    /**
     * A snapshot that writes ten thousand sessions fills two while one is still on its way to a file. From four on RocksDB
     * slows those down who write when all but one wait for a file, which is not to happen before that.
     */
    private static final int WRITE_BUFFERS = 6;

    private RocksdbSettings() {}

    /** @return what nobody has decided yet; nothing where one of Flink's own sets of options is asked for */
    public static Configuration unsetIn(ReadableConfig cluster) {
        Configuration chosen = new Configuration();
        if (cluster.getOptional(RocksDBOptions.PREDEFINED_OPTIONS).isPresent()) {
            return chosen;
        }
        // A session is hashes for the most part. Snappy makes it no smaller, and takes most of a flush's time.
        decide(
                RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL,
                List.of(CompressionType.NO_COMPRESSION),
                cluster,
                chosen);
        decide(RocksDBConfigurableOptions.WRITE_BUFFER_SIZE, WRITE_BUFFER, cluster, chosen);
        decide(RocksDBConfigurableOptions.MAX_WRITE_BUFFER_NUMBER, WRITE_BUFFERS, cluster, chosen);
        // Most of what is looked up is a session that nobody knows yet: files can say so without being read.
        decide(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true, cluster, chosen);
        return chosen;
    }

    private static <T> void decide(ConfigOption<T> option, T value, ReadableConfig cluster, Configuration chosen) {
        if (cluster.getOptional(option).isEmpty()) {
            chosen.set(option, value);
        }
    }
}

package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.settings.RocksdbSettings;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** What sessions can be kept in. */
enum Backends {
    HEAP {
        @Override
        StateBackend backend() {
            return new HashMapStateBackend();
        }
    },
    ROCKSDB {
        @Override
        StateBackend backend() {
            return new EmbeddedRocksDBStateBackend(false)
                    .configure(RocksdbSettings.unsetIn(new Configuration()), Backends.class.getClassLoader());
        }
    };

    abstract StateBackend backend();
}

package dev.ripcord.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.junit.jupiter.api.Test;
import org.rocksdb.CompressionType;

class RocksdbSettingsTest {
    private static final String COMPRESSION = "state.backend.rocksdb.compression.per.level";
    private static final String WRITE_BUFFER = "state.backend.rocksdb.writebuffer.size";
    private static final String BLOOM_FILTER = "state.backend.rocksdb.use-bloom-filter";

    @Test
    void whatIsUnsetIsDecided() {
        Configuration decided = RocksdbSettings.unsetIn(new Configuration());

        assertThat(decided.get(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL))
                .containsExactly(CompressionType.NO_COMPRESSION);
        assertThat(decided.toMap()).containsEntry(WRITE_BUFFER, "8 mb").containsEntry(BLOOM_FILTER, "true");
    }

    @Test
    void whatTheClusterSaysIsLeftToIt() {
        assertThat(unsetBeside(WRITE_BUFFER, "32mb")).containsKey(COMPRESSION).doesNotContainKey(WRITE_BUFFER);
        assertThat(unsetBeside(COMPRESSION, "LZ4_COMPRESSION"))
                .containsKey(WRITE_BUFFER)
                .doesNotContainKey(COMPRESSION);
        assertThat(unsetBeside(BLOOM_FILTER, "false")).containsKey(WRITE_BUFFER).doesNotContainKey(BLOOM_FILTER);
    }

    /** They are laid under the single options, which would win over them. */
    @Test
    void aSetOfOptionsIsTakenAsItIs() {
        assertThat(unsetBeside("state.backend.rocksdb.predefined-options", "FLASH_SSD_OPTIMIZED"))
                .isEmpty();
    }

    private static Map<String, String> unsetBeside(String key, String value) {
        return RocksdbSettings.unsetIn(Configuration.fromMap(Map.of(key, value)))
                .toMap();
    }
}

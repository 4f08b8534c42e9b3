package dev.ripcord.archive;

import static dev.ripcord.archive.ArchiveColumn.KAFKA_TIME;
import static dev.ripcord.archive.ArchiveColumn.OFFSET;
import static dev.ripcord.archive.ArchiveColumn.PARTITION;
import static dev.ripcord.archive.ArchiveColumn.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveSchemaTest {
    @Test
    void theColumnsOfEventsAreThoseOfVersionOne() {
        assertThat(ArchiveTable.EVENTS.columns().stream()
                        .map(ArchiveColumn::columnName)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("tenant session_id partition offset kafka_time event_time sequence event_type event_id"
                        + " agent_id parent_session_id root_session_id parent_agent_id tool fingerprint cost_nanos"
                        + " input_tokens output_tokens trace_id span_id key headers value");
    }

    @ParameterizedTest
    @EnumSource
    void eachTableHasTheRecordAndItsPlace(ArchiveTable table) {
        assertThat(table.columns()).contains(PARTITION, OFFSET, KAFKA_TIME, VALUE);
        assertThat(table.columns().stream().filter(ArchiveColumn::isRequired))
                .containsExactly(PARTITION, OFFSET, KAFKA_TIME);
        assertThat(ArchiveTable.named(table.folder())).contains(table);
    }

    @Test
    void aFileOfAnotherVersionIsRefusedWithAWord() {
        assertThat(ArchiveSchema.objection("1")).isNull();
        assertThat(ArchiveSchema.objection("2"))
                .isEqualTo("its ripcord.archive.schema is 2; this version reads 1, a newer one reads it");
        assertThat(ArchiveSchema.objection(null)).contains("no file of the archive");
    }
}

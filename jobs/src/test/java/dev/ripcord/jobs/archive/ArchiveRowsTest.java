package dev.ripcord.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.archive.ArchiveBucket;
import dev.ripcord.archive.ArchiveColumn;
import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveRowsTest {
    private static final Position POSITION = new Position(3, 1_288);
    private static final long KAFKA_TIME =
            Instant.parse("2026-01-31T23:59:59.999Z").toEpochMilli();
    private static final String CALL = """
            {"event_type": "tool_invocation", "session_id": "invoice-9", "tenant_id": "acme", "agent_id": "validator",
             "timestamp": 1767225600, "event_id": "e-1", "sequence": 7, "parent_session_id": "p", "root_session_id": "r",
             "parent_agent_id": "planner", "trace_id": "t", "span_id": "s", "unknown": [1],
             "payload": {"tool_name": "search", "tool_args": {"q": "ü"}, "cost_usd": 0.0125,
                         "input_tokens": 10, "output_tokens": 2}}
            """;

    @Test
    void anEventsColumnsSayWhatItSays() {
        ArchiveRow row = ArchiveRows.of(ArchiveTable.EVENTS, record("invoice-9", CALL));

        assertThat(shown(row))
                .isEqualTo("tenant=acme session_id=invoice-9 partition=3 offset=1288 kafka_time=1769903999999"
                        + " event_time=1767225600000 sequence=7 event_type=tool_invocation event_id=e-1"
                        + " agent_id=validator parent_session_id=p root_session_id=r parent_agent_id=planner"
                        + " tool=search fingerprint=" + row.value(ArchiveColumn.FINGERPRINT)
                        + " cost_nanos=12500000 input_tokens=10 output_tokens=2 trace_id=t span_id=s key=invoice-9");
        assertThat(text(row)).isEqualTo(CALL);
        assertThat(row.folder(16).path())
                .isEqualTo("date=2026-01-31/"
                        + ArchiveBucket.of(new SessionKey("acme", "invoice-9"), 16)
                                .folder());
    }

    @Test
    void equalCallsHaveEqualFingerprints() {
        ArchiveRow call = ArchiveRows.of(ArchiveTable.EVENTS, record("k", CALL));
        ArchiveRow same = ArchiveRows.of(
                ArchiveTable.EVENTS, record("k", CALL.replace("{\"q\": \"ü\"}", "{ \"q\":\"\\u00fc\" }")));
        ArchiveRow other = ArchiveRows.of(ArchiveTable.EVENTS, record("k", CALL.replace("ü", "u")));

        assertThat(same.value(ArchiveColumn.FINGERPRINT)).isEqualTo(call.value(ArchiveColumn.FINGERPRINT));
        assertThat(other.value(ArchiveColumn.FINGERPRINT)).isNotEqualTo(call.value(ArchiveColumn.FINGERPRINT));
    }

    @Test
    void whatAnEventDoesNotSayIsAbsent() {
        String event = "{\"event_type\":\"message\",\"session_id\":\"s\",\"agent_id\":\"a\",\"timestamp\":1767225600,"
                + "\"payload\":{}}";

        assertThat(shown(ArchiveRows.of(ArchiveTable.EVENTS, record(null, event))))
                .isEqualTo("tenant=default session_id=s partition=3 offset=1288 kafka_time=1769903999999"
                        + " event_time=1767225600000 event_type=message agent_id=a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]"})
    void anUnreadableEventIsKeptAsItIsInTheFirstBucket(String value) {
        ArchiveRow row = ArchiveRows.of(ArchiveTable.EVENTS, record("k", value));

        assertThat(shown(row)).isEqualTo("partition=3 offset=1288 kafka_time=1769903999999 key=k");
        assertThat(text(row)).isEqualTo(value);
        assertThat(row.bucket(16)).isEqualTo(new ArchiveBucket(0, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNALS, acme/build-7, acme build-7",
        "SIGNALS, acme/a%2Fb, acme a/b",
        "SIGNALS, acme, ''",
        "ACKS, 100%/x, ''",
        "ACKS, , ''",
        "HALTS, session/acme/build-7/guard, acme build-7",
        "HALTS, lineage/acme/root/operator, acme",
        "HALTS, tenant/acme/operator, acme",
        "HALTS, global/operator, ''",
        "HALTS, pattern/identical-call/mute, ''",
        "PATTERNS, identical-call@0f, ''"
    })
    void theKeySaysWhoseRecordItIs(ArchiveTable table, String key, String owner) {
        ArchiveRow row = ArchiveRows.of(table, record(key, "{}"));

        assertThat(Stream.of(ArchiveColumn.TENANT, ArchiveColumn.SESSION_ID)
                        .map(row::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(owner);
        assertThat(row.text(ArchiveColumn.KEY)).isEqualTo(key);
    }

    @Test
    void whatBecameOfASignalIsKeptWithIt() {
        TopicRecord signal = new TopicRecord(
                POSITION, KAFKA_TIME, "acme/build-7", Map.of("ripcord-late", "true"), new byte[] {'{', '}'});

        assertThat(ArchiveRows.of(ArchiveTable.SIGNALS, signal).text(ArchiveColumn.HEADERS))
                .isEqualTo("{\"ripcord-late\":\"true\"}");
    }

    @Test
    void rowsTravelUnchanged() throws Exception {
        ArchiveRow row = ArchiveRows.of(ArchiveTable.EVENTS, record("invoice-9", CALL));
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        ArchiveRowSerializer serializer = new ArchiveRowSerializer();
        serializer.serialize(row, bytes);
        ArchiveRow arrived = serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));

        assertThat(shown(arrived)).isEqualTo(shown(row));
        assertThat(text(arrived)).isEqualTo(CALL);
    }

    private static TopicRecord record(String key, String value) {
        return new TopicRecord(POSITION, KAFKA_TIME, key, Map.of(), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ArchiveRow row) {
        return new String((byte[]) row.value(ArchiveColumn.VALUE), StandardCharsets.UTF_8);
    }

    private static String shown(ArchiveRow row) {
        return Stream.of(ArchiveColumn.values())
                .filter(column -> column != ArchiveColumn.VALUE && row.value(column) != null)
                .map(column -> column.columnName() + "="
                        + (column.type() == ArchiveColumn.Type.TEXT ? row.text(column) : row.value(column)))
                .collect(Collectors.joining(" "));
    }
}

package dev.ripcord.jobs.kafka;

import dev.ripcord.archive.ArchiveTable;
import dev.ripcord.jobs.archive.ArchiveRow;
import dev.ripcord.jobs.archive.ArchiveRowSerializer;
import dev.ripcord.jobs.archive.ArchiveRows;
import dev.ripcord.jobs.archive.TopicRecord;
import dev.ripcord.topic.Position;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes records of a topic as the archive keeps them: an exception here would restart the job for ever. */
final class ArchiveRowReader implements KafkaRecordDeserializationSchema<ArchiveRow> {
    private final ArchiveTable table;

    ArchiveRowReader(ArchiveTable table) {
        this.table = table;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ArchiveRow> out) {
        out.collect(ArchiveRows.of(
                table,
                new TopicRecord(
                        new Position(record.partition(), record.offset()),
                        record.timestamp(),
                        text(record.key()),
                        headers(record),
                        record.value())));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public TypeInformation<ArchiveRow> getProducedType() {
        return ArchiveRowSerializer.TYPE;
    }
}

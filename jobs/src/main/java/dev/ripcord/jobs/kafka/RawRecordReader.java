package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.ingest.RawRecordSerializer;
import dev.ripcord.topic.Position;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records off {@code agent.events} as they are: an exception here would restart the job for ever. */
final class RawRecordReader implements KafkaRecordDeserializationSchema<RawRecord> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        out.collect(
                new RawRecord(new Position(record.partition(), record.offset()), record.timestamp(), record.value()));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return RawRecordSerializer.TYPE;
    }
}

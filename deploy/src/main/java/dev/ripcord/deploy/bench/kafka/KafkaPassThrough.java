package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.engine.Backend;
import dev.ripcord.deploy.bench.engine.JobSettings;
import dev.ripcord.deploy.bench.engine.PassThrough;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.jobs.heartbeat.StartingPoint;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.kafka.KafkaSinks;
import dev.ripcord.jobs.kafka.KafkaSources;
import dev.ripcord.jobs.kafka.RecordForm;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The least that a job between topics does: decode each event, read and write one small state, tell a little. */
final class KafkaPassThrough {
    private static final TypeInformation<byte[]> BYTES = PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

    private KafkaPassThrough() {}

    static JobClient start(KafkaStand stand, String name) {
        return stand.flink().run(name, environment -> build(environment, stand));
    }

    private static void build(StreamExecutionEnvironment environment, KafkaStand stand) {
        environment.configure(JobSettings.ofJob(Backend.ROCKSDB, Optional.empty(), stand.files()));
        var kafka = KafkaSettings.at(stand.kafka().bootstrapServers());
        var decoded = environment
                .fromSource(
                        KafkaSources.events(kafka, StartingPoint.BEGINNING),
                        WatermarkStrategy.noWatermarks(),
                        Topic.EVENTS.topicName())
                .flatMap(KafkaPassThrough::decode, new TupleTypeInfo<>(SessionKeySerializer.TYPE, BYTES));
        PassThrough.counted(decoded.keyBy(event -> event.f0, SessionKeySerializer.TYPE))
                .sinkTo(KafkaSinks.to(Topic.SESSIONS, kafka, new SessionName()));
    }

    /** The event is read, and travels as it came. */
    private static void decode(RawRecord raw, Collector<Tuple2<SessionKey, byte[]>> out) {
        if (EventDecoder.decode(raw.value()) instanceof Decoded.Readable readable) {
            out.collect(Tuple2.of(readable.event().session(), raw.value()));
        }
    }

    private static final class SessionName implements RecordForm<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(String session) {
            return session;
        }

        @Override
        public Object body(String session) {
            return Map.of("session_id", session);
        }
    }
}

package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.engine.Backend;
import dev.ripcord.deploy.bench.engine.JobSettings;
import dev.ripcord.deploy.bench.engine.PassThrough;
import dev.ripcord.jobs.ingest.DeadLetters;
import dev.ripcord.jobs.ingest.DecodeEvents;
import dev.ripcord.jobs.ingest.EnvelopeSerializer;
import dev.ripcord.jobs.kafka.KafkaSinks;
import dev.ripcord.jobs.kafka.KafkaSources;
import dev.ripcord.jobs.kafka.RecordForm;
import dev.ripcord.jobs.settings.GuardOptions.StartFrom;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The least that a job between topics does: decode each event, read and write one small state, tell a little. */
final class KafkaPassThrough {
    private KafkaPassThrough() {}

    static JobClient start(KafkaStand stand, String name) {
        return stand.flink().run(name, environment -> build(environment, stand));
    }

    private static void build(StreamExecutionEnvironment environment, KafkaStand stand) {
        environment.configure(JobSettings.ofJob(Backend.ROCKSDB, Optional.empty(), stand.files()));
        var kafka = KafkaSettings.at(stand.kafka().bootstrapServers());
        var decoded = environment
                .fromSource(
                        KafkaSources.events(kafka, StartFrom.EARLIEST),
                        WatermarkStrategy.noWatermarks(),
                        Topic.EVENTS.topicName())
                .process(new DecodeEvents(new DeadLetters(false)), EnvelopeSerializer.TYPE);
        PassThrough.counted(decoded).sinkTo(KafkaSinks.to(Topic.SESSIONS, kafka, new SessionName()));
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

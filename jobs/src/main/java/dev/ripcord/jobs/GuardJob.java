package dev.ripcord.jobs;

import dev.ripcord.jobs.heartbeat.StartingPoint;
import dev.ripcord.jobs.kafka.ControlTopic;
import dev.ripcord.jobs.kafka.KafkaEventLog;
import dev.ripcord.jobs.kafka.KafkaSinks;
import dev.ripcord.jobs.kafka.KafkaSources;
import dev.ripcord.jobs.kafka.PatternTopic;
import dev.ripcord.jobs.kafka.RecordForm;
import dev.ripcord.jobs.kafka.RecordForms;
import dev.ripcord.jobs.kafka.StartingOffsets;
import dev.ripcord.jobs.settings.GuardSettings;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.jobs.settings.SettingsReader;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard: reads agent events from Kafka, detects runaways, and writes signals and halts. Nothing slow is in it. */
public final class GuardJob {
    public static final String NAME = "ripcord-guard";

    private static final Logger LOG = LoggerFactory.getLogger(GuardJob.class);

    private GuardJob() {}

    /** @param arguments {@code --KEY VALUE}, see {@link dev.ripcord.jobs.settings.GuardOptions} */
    public static void main(String... arguments) throws Exception {
        GuardSettings settings = SettingsReader.read(arguments);
        LOG.info("Starting with {}", settings);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, settings);
        environment.execute(NAME);
    }

    /** Adds the job to an environment, between the topics. */
    public static void build(StreamExecutionEnvironment environment, GuardSettings settings) {
        GuardRuntime.configure(environment, settings);
        KafkaSettings kafka = settings.kafka();
        StartingPoint start = StartingOffsets.of(kafka, settings.startFrom());
        GuardTopology.Inputs inputs = new GuardTopology.Inputs(
                environment
                        .fromSource(KafkaSources.events(kafka, start), Watermarks.ofEvents(), "agent.events")
                        .uid("events"),
                environment
                        .fromSource(KafkaSources.patterns(kafka), Watermarks.heldByNobody(), "ripcord.patterns")
                        .setParallelism(1)
                        .uid("patterns"),
                new PatternTopic(kafka),
                environment
                        .fromSource(KafkaSources.control(kafka), Watermarks.heldByNobody(), "ripcord.halts")
                        .setParallelism(1)
                        .uid("control"),
                new ControlTopic(kafka),
                environment
                        .fromSource(KafkaSources.acknowledgements(kafka), Watermarks.heldByNobody(), "ripcord.acks")
                        .setParallelism(1)
                        .uid("acknowledgements"),
                new KafkaEventLog(kafka, start));
        GuardTopology.Outputs outputs = GuardTopology.build(inputs, settings, WallClock.SYSTEM);
        sink(outputs.dead(), Topic.DEAD_EVENTS, KafkaSinks.lasting(Topic.DEAD_EVENTS, kafka, RecordForms.DEAD_LETTER));
        sink(outputs.signals(), Topic.SIGNALS, KafkaSinks.lasting(Topic.SIGNALS, kafka, RecordForms.SIGNAL));
        sink(outputs.halts(), Topic.HALTS, KafkaSinks.to(Topic.HALTS, kafka, RecordForms.halts(settings.signing())));
        inform(outputs.sessions(), Topic.SESSIONS, kafka, RecordForms.SESSION);
        inform(outputs.patternStatus(), Topic.PATTERN_STATUS, kafka, RecordForms.PATTERN_STATUS);
        inform(outputs.heartbeats(), Topic.HEARTBEAT, kafka, RecordForms.HEARTBEAT);
    }

    private static <T> void inform(DataStream<T> stream, Topic topic, KafkaSettings kafka, RecordForm<T> form) {
        sink(stream, topic, KafkaSinks.informing(topic, kafka, form));
    }

    private static <T> void sink(DataStream<T> stream, Topic topic, Sink<T> sink) {
        // At the parallelism of what it comes from: one scope's halts must reach the topic in the order of decisions.
        stream.sinkTo(sink)
                .setParallelism(stream.getParallelism())
                .uid("sink-" + topic.topicName())
                .name(topic.topicName());
    }
}

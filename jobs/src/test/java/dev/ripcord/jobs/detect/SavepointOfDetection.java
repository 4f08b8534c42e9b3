package dev.ripcord.jobs.detect;

import dev.ripcord.event.Envelope;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.VolatileFields;
import dev.ripcord.jobs.control.ControlTrust;
import dev.ripcord.jobs.exchange.GatherEvents;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import dev.ripcord.jobs.settings.SettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.util.Collector;
import org.awaitility.Awaitility;

/**
 * Takes a savepoint after the first half of {@link BrokenLog}, from the stage that judges as a job runs it. The
 * savepoints in the test resources were made by its main method, run with the code of the day that their name says.
 */
final class SavepointOfDetection {
    private static final AtomicInteger SENT = new AtomicInteger();

    private SavepointOfDetection() {}

    /** @param arguments a state backend, hashmap or rocksdb, and the folder to write to */
    public static void main(String[] arguments) throws Exception {
        System.out.println(take(arguments[0], Path.of(arguments[1])));
    }

    static Path take(String backend, Path directory) throws Exception {
        Configuration local = new Configuration();
        local.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        local.set(RestOptions.BIND_PORT, "0");
        MiniClusterConfiguration one = new MiniClusterConfiguration.Builder()
                .setConfiguration(local)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build();
        try (MiniCluster cluster = new MiniCluster(one)) {
            cluster.start();
            SENT.set(0);
            var job = environment(cluster, backend).executeAsync("detection");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> SENT.get() == First.HALF.size() && allRun(cluster, job));
            return Path.of(
                    URI.create(job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                            .get()));
        }
    }

    private static boolean allRun(MiniCluster cluster, JobClient job) throws Exception {
        return cluster.getArchivedExecutionGraph(job.getJobID()).get().getAllVertices().values().stream()
                .flatMap(vertex -> Arrays.stream(vertex.getTaskVertices()))
                .map(AccessExecutionVertex::getExecutionState)
                .allMatch(state -> state == ExecutionState.RUNNING || state == ExecutionState.FINISHED);
    }

    private static StreamExecutionEnvironment environment(MiniCluster cluster, String backend) {
        TestStreamEnvironment environment = new TestStreamEnvironment(cluster, 1);
        environment.configure(new Configuration()
                .set(StateBackendOptions.STATE_BACKEND, backend)
                .set(PipelineOptions.GENERIC_TYPES, false));
        DataStream<DigestedEvent> events = environment
                .fromSource(
                        new NumberSequenceSource(0, Long.MAX_VALUE - 1), WatermarkStrategy.noWatermarks(), "numbers")
                .flatMap(SavepointOfDetection::event, DigestedEventSerializer.TYPE);
        DataStream<Instruction> instructions = environment
                .fromSource(new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks(), "nothing")
                .flatMap(SavepointOfDetection::nothing, InstructionSerializer.TYPE);
        detect(events, instructions);
        return environment;
    }

    /** What the guard does with events, with the patterns and releases of {@link BrokenLog}. */
    static void detect(DataStream<DigestedEvent> events, DataStream<Instruction> instructions) {
        SessionDetection.of(
                        GatherEvents.of(events, Duration.ofMillis(1)),
                        instructions,
                        BrokenLog::patterns,
                        new ControlInput(BrokenLog::released, ControlTrust.THE_TOPIC, DetectSetup.VIOLATION_GRACE),
                        SettingsReader.read("--ripcord.kafka.bootstrap-servers", "nowhere:1")
                                .detection())
                .sinkTo(new DiscardingSink<>());
    }

    /** The numbers go on for ever, so that the job does: one that has ended takes no savepoint. */
    private static void event(long number, Collector<DigestedEvent> out) {
        List<Envelope> log = First.HALF;
        if (number < log.size()) {
            out.collect(DigestedEvent.of(log.get((int) number), VolatileFields.DEFAULT));
            SENT.incrementAndGet();
        }
    }

    private static void nothing(long number, Collector<Instruction> out) {}

    private static final class First {
        static final List<Envelope> HALF = BrokenLog.before();
    }
}

package dev.ripcord.jobs.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** Gathered events between the subtasks of a real cluster. */
final class ExchangeTest {
    private static final int EVENTS = 20_000;
    private static final int SESSIONS = 997;
    private static final Duration GATHERED = Duration.ofMillis(100);
    private static final int KEY_GROUPS = 24;
    /** Another number than that of those who gather, as an autoscaler may have it. */
    private static final int RECEIVERS = 3;

    @Test
    void eachSessionsEventsComeInOrderToTheSubtaskThatFlinkGivesTheSessionTo() throws Exception {
        List<Tuple4<Integer, Long, String, Long>> received = received();

        assertThat(received)
                .extracting(event -> event.f3)
                .doesNotHaveDuplicates()
                .hasSize(EVENTS);
        assertThat(received).allSatisfy(event -> assertThat(event.f0).isEqualTo(receiver(event.f2)));
        received.stream()
                .collect(Collectors.groupingBy(event -> event.f2))
                .forEach((session, events) -> assertThat(events)
                        .extracting(event -> event.f3)
                        .isSortedAccordingTo(Comparator.naturalOrder()));
        assertThat(received.stream().map(event -> event.f0 + "/" + event.f1).distinct())
                .as("many come together")
                .hasSizeLessThan(EVENTS / 2);
    }

    private static int receiver(String session) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                new SessionKey("default", session), KEY_GROUPS, RECEIVERS);
    }

    /** @return of each event the subtask, the batch, the session and the offset */
    private static List<Tuple4<Integer, Long, String, Long>> received() throws Exception {
        var configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_PORT, "0");
        try (var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(RECEIVERS)
                .build())) {
            cluster.start();
            var environment = new TestStreamEnvironment(cluster, 1);
            environment.configure(new Configuration().set(PipelineOptions.OBJECT_REUSE, true));
            var events = environment
                    .fromSource(
                            new NumberSequenceSource(0, EVENTS - 1L),
                            WatermarkStrategy.<Long>forMonotonousTimestamps(),
                            "numbers")
                    .map(ExchangeTest::event, DigestedEventSerializer.TYPE);
            return GatherEvents.of(events, GATHERED)
                    .keyBy(EventBatch::session, SessionKeySerializer.TYPE)
                    .process(new Unpack(), Types.TUPLE(Types.INT, Types.LONG, Types.STRING, Types.LONG))
                    .setParallelism(RECEIVERS)
                    .setMaxParallelism(KEY_GROUPS)
                    .executeAndCollect(EVENTS + 1);
        }
    }

    private static DigestedEvent event(long number) {
        return SampleEvents.event("session-" + number % SESSIONS, number);
    }

    private static final class Unpack
            extends KeyedProcessFunction<SessionKey, EventBatch, Tuple4<Integer, Long, String, Long>> {
        private static final long serialVersionUID = 1L;

        private transient long batches;

        @Override
        public void processElement(
                EventBatch batch, Context context, Collector<Tuple4<Integer, Long, String, Long>> out)
                throws Exception {
            batches++;
            var reader = new BatchReader();
            reader.begin(batch);
            for (DigestedEvent event = reader.next(); event != null; event = reader.next()) {
                out.collect(Tuple4.of(
                        getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
                        batches,
                        event.session().session(),
                        event.position().offset()));
            }
        }
    }
}

package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecordSerializer;
import dev.ripcord.jobs.decide.AcknowledgementRecord;
import dev.ripcord.jobs.decide.AcknowledgementRecordSerializer;
import dev.ripcord.jobs.detect.PatternRecordSerializer;
import dev.ripcord.jobs.heartbeat.LogState;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.ingest.RawRecordSerializer;
import dev.ripcord.jobs.settings.GuardSettings;
import dev.ripcord.jobs.settings.SettingsReader;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.awaitility.Awaitility;

/**
 * The guard's topology on a real cluster, between topics in memory: what the broker's clock says is up to the test, and
 * what was judged by whom is certain at every point.
 */
final class MemoryGuard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** What was signalled, as it came, by the name of the guard. */
    private static final Map<String, List<Signal>> SIGNALLED = new ConcurrentHashMap<>();

    private final String name = "guard-" + NUMBER.incrementAndGet();
    private final MortalCluster cluster;
    private final String backend;
    private final List<MemoryTopic<RawRecord>> events;
    private final MemoryTopic<PatternRecord> patterns;
    private final MemoryTopic<ControlRecord> control;
    private final MemoryTopic<AcknowledgementRecord> acknowledgements;
    private JobClient job;
    private Path savepoint;

    /** @param events each partition's */
    MemoryGuard(
            MortalCluster cluster,
            String backend,
            List<List<RawRecord>> events,
            List<PatternRecord> patterns,
            List<ControlRecord> control) {
        this.cluster = cluster;
        this.backend = backend;
        this.events = new ArrayList<>();
        for (List<RawRecord> partition : events) {
            this.events.add(new MemoryTopic<>(name + " events-" + this.events.size(), partition));
        }
        this.patterns = new MemoryTopic<>(name + " patterns", patterns);
        this.control = new MemoryTopic<>(name + " control", control);
        this.acknowledgements =
                new MemoryTopic<>(name + " acknowledgements", List.of(new AcknowledgementRecord("nobody", null, 0, 0)));
        SIGNALLED.put(name, new CopyOnWriteArrayList<>());
    }

    /** From the beginning, or from the savepoint that it was stopped with. */
    void start(int parallelism, WallClock clock) throws Exception {
        Configuration configuration = new Configuration();
        if (savepoint != null) {
            configuration.set(
                    StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        }
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        GuardSettings settings = SettingsReader.read(
                "--ripcord.kafka.bootstrap-servers", "none:9092",
                "--ripcord.checkpoint.interval", "1 h",
                "--ripcord.state.backend", backend);
        var environment = new TestStreamEnvironment(cluster.flink(), parallelism);
        environment.configure(configuration);
        GuardRuntime.configure(environment, settings);
        topics().forEach(MemoryTopic::restart);
        String guard = name;
        GuardTopology.build(inputs(environment), settings, clock)
                .signals()
                .map(decided -> signalled(guard, decided))
                .returns(Boolean.class)
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .setParallelism(1);
        job = environment.executeAsync(name);
        Awaitility.await().atMost(PATIENCE).until(() -> status() != JobStatus.INITIALIZING);
    }

    private static boolean signalled(String guard, DecidedSignal decided) {
        return SIGNALLED.get(guard).add(decided.signal());
    }

    private GuardTopology.Inputs inputs(StreamExecutionEnvironment environment) {
        String patternName = name + " patterns";
        String controlName = name + " control";
        return new GuardTopology.Inputs(
                events(environment),
                patterns.stream(environment, Watermarks.heldByNobody(), PatternRecordSerializer.TYPE),
                () -> MemoryTopic.<PatternRecord>named(patternName).all(),
                control.stream(environment, Watermarks.heldByNobody(), ControlRecordSerializer.TYPE),
                () -> MemoryTopic.<ControlRecord>named(controlName).all(),
                acknowledgements.stream(environment, Watermarks.heldByNobody(), AcknowledgementRecordSerializer.TYPE),
                () -> (now, next) -> LogState.UNKNOWN);
    }

    /** Each partition to one subtask, and in its order, as with Kafka. */
    private DataStream<RawRecord> events(StreamExecutionEnvironment environment) {
        TypeInformation<RawRecord> type = RawRecordSerializer.TYPE;
        return events.stream()
                .map(partition -> partition.stream(environment, Watermarks.ofEvents(), type))
                .map(partition -> partition.partitionCustom(
                        (Integer number, int subtasks) -> number % subtasks,
                        raw -> raw.position().partition()))
                .reduce(DataStream::union)
                .orElseThrow();
    }

    /** Writes the next records to the topics of patterns and halts. */
    void tell(int morePatterns, int moreControl) {
        patterns.write(morePatterns);
        control.write(moreControl);
    }

    /** @param more how many events in each partition */
    void send(List<Integer> more) {
        for (int partition = 0; partition < more.size(); partition++) {
            events.get(partition).write(more.get(partition));
        }
    }

    /** Returns when the sources have given away everything written. */
    void awaitRead() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            status();
            assertThat(topics()).allMatch(MemoryTopic::isRead);
        });
    }

    /** Returns when everything written has gone through every operator, with a checkpoint behind it. */
    void settle() {
        awaitRead();
        Awaitility.await().atMost(PATIENCE).until(() -> status() == JobStatus.FINISHED || isCheckpointed());
    }

    /** Refused until the last of the tasks runs; never answered where the job ends just then. */
    private boolean isCheckpointed() throws Exception {
        return cluster.flink()
                .triggerCheckpoint(job.getJobID())
                .handle((path, refused) -> refused == null)
                .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                .get();
    }

    /** The machine dies that it runs on. */
    void kill() throws Exception {
        topics().forEach(MemoryTopic::restart);
        cluster.kill();
    }

    void stop(Path directory) throws Exception {
        String path = job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        savepoint = Path.of(URI.create(path));
    }

    /** Writes what is left, and returns when all of it was judged. */
    void finish() throws Exception {
        topics().forEach(topic -> topic.write(Integer.MAX_VALUE));
        // The last task ends once a checkpoint has seen that all others have.
        Awaitility.await().atMost(PATIENCE).until(() -> {
            isCheckpointed();
            return status() == JobStatus.FINISHED;
        });
    }

    /** @return by session the signals, repeats left out, as their topic holds them, in their order there */
    Map<String, List<String>> signals() {
        Map<String, List<String>> signals = new TreeMap<>();
        SIGNALLED.get(name).stream()
                .filter(signal -> !signal.pattern().id().startsWith("ripcord-"))
                .forEach(signal -> {
                    List<String> ofSession =
                            signals.computeIfAbsent(signal.scope().key(), first -> new ArrayList<>());
                    String text = Json.text(signal);
                    if (!ofSession.contains(text)) {
                        ofSession.add(text);
                    }
                });
        return signals;
    }

    private Stream<MemoryTopic<?>> topics() {
        return Stream.concat(events.stream(), Stream.of(patterns, control, acknowledgements));
    }

    /** A job that has failed says why. */
    private JobStatus status() throws Exception {
        JobStatus status = job.getJobStatus().get();
        if (status == JobStatus.FAILED) {
            job.getJobExecutionResult().get();
        }
        return status;
    }

    @Override
    public void close() throws Exception {
        if (job != null && !job.getJobStatus().get().isGloballyTerminalState()) {
            job.cancel().get();
        }
        topics().forEach(MemoryTopic::forget);
        SIGNALLED.remove(name);
    }
}

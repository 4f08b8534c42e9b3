package dev.ripcord.jobs;

import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.detection.PatternRecord;
import dev.ripcord.event.Envelope;
import dev.ripcord.halt.Scope;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.control.ControlRecords;
import dev.ripcord.jobs.ingest.RawRecord;
import dev.ripcord.jobs.library.PatternRecords;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Reading;
import dev.ripcord.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/**
 * What a definition means is what stock {@code CEP.pattern} finds in a job of its own, in event time on the session
 * clock, without skipping: of the matches that one step completes the first, in each session.
 */
class SameAsStockJobTest {
    private static final long SEED = Long.getLong("seed", 20_260_601L);
    private static final int SESSIONS = 12;
    private static final int EVENTS = 60;
    private static final int PARTITIONS = 2;

    /** The session and the definition that something was found in by, and the offsets of its steps. */
    private record Found(String session, String definition, String offsets) {
        String completed() {
            return session + " " + definition + " " + offsets.substring(offsets.lastIndexOf(' ') + 1);
        }
    }

    @Test
    void theGuardFindsOnAClusterWhatAJobOfStockFlinkCepFinds() throws Exception {
        List<List<Envelope>> partitions = drawn(new Random(SEED));
        try (MortalCluster cluster = new MortalCluster(2)) {
            List<Found> stock = stock(cluster, partitions);
            List<Found> ours = ours(cluster, partitions);

            for (StockPattern pattern : StockPattern.values()) {
                assertThat(of(pattern, ours))
                        .as("%s, seed %d", pattern, SEED)
                        .isEqualTo(of(pattern, stock))
                        .hasSizeGreaterThan(SESSIONS / 2);
            }
        }
    }

    private static Map<String, List<String>> of(StockPattern pattern, List<Found> found) {
        return found.stream()
                .filter(one -> one.definition().equals(pattern.id()))
                .collect(Collectors.groupingBy(
                        Found::session, TreeMap::new, Collectors.mapping(Found::offsets, Collectors.toList())));
    }

    private static List<List<Envelope>> drawn(Random random) {
        List<List<Envelope>> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new ArrayList<>());
        }
        for (int number = 0; number < SESSIONS; number++) {
            Session session = session("s" + number);
            for (int event = 0; event < EVENTS; event++) {
                session.every(Duration.ofMillis(random.nextInt(4) * 1_000L))
                        .then(event(
                                Character.toString('a' + random.nextInt(4)),
                                "{tool_name: '" + random.nextInt(2) + "'}"));
            }
            int partition = number % PARTITIONS;
            partitions.get(partition).addAll(session.envelopes(partition, 1_000L * number));
        }
        partitions.forEach(events -> events.sort(Comparator.comparingLong(Envelope::kafkaTime)));
        return partitions;
    }

    private static List<Found> ours(MortalCluster cluster, List<List<Envelope>> partitions) throws Exception {
        List<PatternRecord> patterns = new ArrayList<>();
        for (StockPattern pattern : StockPattern.values()) {
            Reading reading = DefinitionReader.read(pattern.id(), pattern.yaml());
            assertThat(reading.problems()).as(pattern.name()).isEmpty();
            patterns.addAll(
                    PatternRecords.enforced(reading.definitions().get(0), patterns.size(), Session.START - 1_000));
        }
        List<ControlRecord> control = List.of(ControlRecords.at(0, 0, ControlRecords.release(nobody(), 0)));
        List<List<RawRecord>> events = partitions.stream()
                .map(partition -> partition.stream()
                        .map(event -> new RawRecord(event.position(), event.kafkaTime(), event.bytes()))
                        .toList())
                .toList();
        try (MemoryGuard guard = new MemoryGuard(cluster, "HASHMAP", events, patterns, control)) {
            guard.tell(patterns.size(), control.size());
            guard.start(2, () -> Session.START);
            guard.finish();
            return guard.signals().values().stream()
                    .flatMap(List::stream)
                    .map(SameAsStockJobTest::found)
                    .toList();
        }
    }

    private static Scope nobody() {
        return ControlRecords.session("nobody");
    }

    private static Found found(String signal) {
        JsonNode json = tree(signal.getBytes(UTF_8));
        String offsets = StreamSupport.stream(json.at("/matched").spliterator(), false)
                .map(step -> step.at("/position/offset").asText())
                .collect(Collectors.joining(" "));
        return new Found(json.at("/session_id").asText(), json.at("/pattern/id").asText(), offsets);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static List<Found> stock(MortalCluster cluster, List<List<Envelope>> partitions) throws Exception {
        var environment = new TestStreamEnvironment(cluster.flink(), 2);
        List<StockStep> steps = partitions.stream()
                .flatMap(List::stream)
                .map(event -> new StockStep(
                        event.event().session().session(),
                        event.position().offset(),
                        event.kafkaTime(),
                        event.event().type(),
                        tree(event.bytes()).at("/payload/tool_name").asText()))
                .toList();
        KeyedStream<StockStep, String> sessions = environment
                .fromData(TypeInformation.of(StockStep.class), steps.toArray(StockStep[]::new))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<StockStep>forBoundedOutOfOrderness(Duration.ofDays(1))
                        .withTimestampAssigner((step, none) -> step.time))
                // Two of a session may have the same time: their order is that in which they come.
                .setParallelism(1)
                .keyBy(step -> step.session);
        DataStream<String> found = null;
        for (StockPattern pattern : StockPattern.values()) {
            DataStream<String> matches =
                    CEP.pattern(sessions, pattern.pattern()).process(new Matches(pattern.id()), Types.STRING);
            found = found == null ? matches : found.union(matches);
        }
        return first(found);
    }

    /** @return of the matches that one step completes the first */
    private static List<Found> first(DataStream<String> matches) throws Exception {
        Set<String> completed = new HashSet<>();
        List<Found> first = new ArrayList<>();
        try (CloseableIterator<String> all = matches.executeAndCollect()) {
            while (all.hasNext()) {
                String[] words = all.next().split(" ", 3);
                Found found = new Found(words[0], words[1], words[2]);
                if (completed.add(found.completed())) {
                    first.add(found);
                }
            }
        }
        return first;
    }

    /** Session, definition, and the offsets of a match's steps. */
    private static final class Matches extends PatternProcessFunction<StockStep, String> {
        private final String definition;

        private Matches(String definition) {
            this.definition = definition;
        }

        @Override
        public void processMatch(Map<String, List<StockStep>> match, Context context, Collector<String> out) {
            List<StockStep> steps =
                    match.values().stream().flatMap(List::stream).toList();
            LongStream offsets = steps.stream().mapToLong(step -> step.offset).sorted();
            out.collect(steps.get(0).session + " " + definition + " "
                    + offsets.mapToObj(Long::toString).collect(Collectors.joining(" ")));
        }
    }
}

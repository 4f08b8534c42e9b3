package dev.ripcord.detection;

import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Mode;
import dev.ripcord.pattern.StructureReading;
import dev.ripcord.session.Session;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Signals are a pure function of the log and the patterns, byte for byte. Drawn, with the seed told on failure. */
class DeterminismTest {
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final int ROUNDS = 150;

    @Test
    void stateWrittenAndReadAfterEveryEventGivesTheSignalsOfAnUninterruptedRun() {
        int signals = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            ActivePatterns patterns = patterns(random);
            List<Envelope> log = drawn("s", random).envelopes();
            List<String> whole = Judging.inMemory(patterns).judge(log).json();
            assertThat(Judging.throughState(patterns).judge(log).json())
                    .as("seed %d", SEED + round)
                    .isEqualTo(whole);
            signals += whole.size();
        }
        assertThat(signals).isGreaterThan(5 * ROUNDS);
    }

    @Test
    void stateIsTheSameBytesWhetherItWasReadBackOrNot() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            ActivePatterns patterns = patterns(random);
            List<Envelope> log = drawn("s", random).envelopes();
            assertThat(Judging.bytes(Judging.throughState(patterns).judge(log).session("s")))
                    .as("seed %d", SEED + round)
                    .isEqualTo(
                            Judging.bytes(Judging.inMemory(patterns).judge(log).session("s")));
        }
    }

    @Test
    void whatLimitsDropIsTheSameWhetherStateWasReadBackOrNot() {
        DetectionLimits low =
                new DetectionLimits(DetectionLimits.DEFAULT.fold(), DetectionLimits.DEFAULT.endedGrace(), 4, 5, 1_500);
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            ActivePatterns patterns = patterns(random);
            List<Envelope> log = drawn("s", random).envelopes();
            Judging whole = Judging.inMemory(patterns, low).judge(log);
            Judging readBack = Judging.throughState(patterns, low).judge(log);
            assertThat(readBack.json()).as("seed %d", SEED + round).isEqualTo(whole.json());
            assertThat(Judging.bytes(readBack.session("s")))
                    .as("seed %d", SEED + round)
                    .isEqualTo(Judging.bytes(whole.session("s")));
            lost += whole.judgements().stream().mapToInt(Judgement::overflows).sum();
        }
        assertThat(lost).isGreaterThan(5 * ROUNDS);
    }

    @Test
    void howSessionsInterleaveDoesNotTouchTheirSignals() {
        for (int round = 0; round < ROUNDS / 3; round++) {
            Random random = new Random(SEED + round);
            ActivePatterns patterns = patterns(random);
            List<List<Envelope>> sessions = List.of(
                    drawn("x", random).envelopes(0, 0),
                    drawn("y", random).envelopes(0, 1_000),
                    drawn("z", random).envelopes(1, 0));
            List<String> first = interleaved(patterns, sessions, random);
            assertThat(interleaved(patterns, sessions, random))
                    .as("seed %d", SEED + round)
                    .isEqualTo(first);
        }
    }

    /** Each session keeps its order; which one comes next is drawn. */
    private static List<String> interleaved(ActivePatterns patterns, List<List<Envelope>> sessions, Random random) {
        List<Envelope> log = new ArrayList<>();
        int[] next = new int[sessions.size()];
        int left = sessions.stream().mapToInt(List::size).sum();
        while (left > 0) {
            int chosen = random.nextInt(next.length);
            if (next[chosen] < sessions.get(chosen).size()) {
                log.add(sessions.get(chosen).get(next[chosen]++));
                left--;
            }
        }
        return Judging.throughState(patterns).judge(log).signals().stream()
                .sorted(Comparator.comparing(dev.ripcord.signal.Signal::position, Position::compareTo))
                .map(dev.ripcord.json.Json::text)
                .toList();
    }

    private static ActivePatterns patterns(Random random) {
        List<ActivePattern> patterns = new ArrayList<>();
        while (patterns.size() < 3) {
            StructureReading read = StructureReading.of(RandomDefinition.text(random));
            if (!read.faults().isEmpty()) {
                continue;
            }
            Definition definition = read.definition();
            if (patterns.stream().anyMatch(drawn -> drawn.definition().id().equals(definition.id()))) {
                continue; // One definition of an id is in force.
            }
            Clauses clauses = DrawnClauses.of(definition);
            EffectiveParameters parameters =
                    new EffectiveParameters(definition, definition.parameters(Map.of()), "default");
            if (PatternCompiler.compile(definition, clauses, parameters) instanceof Compilation.Done done) {
                patterns.add(
                        new ActivePattern(definition, activation(definition), clauses, parameters, done.pattern()));
            }
        }
        patterns.sort(Comparator.comparing(pattern -> pattern.definition().id()));
        return new ActivePatterns(patterns, ToolsInForce.NONE, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Activation activation(Definition definition) {
        return new Activation(1, definition.id(), definition.hash(), Mode.ENFORCE, Map.of(), 0L, "test", null);
    }

    private static Session drawn(String id, Random random) {
        Session session = session(id);
        for (int number = 0; number < 40; number++) {
            String type = RandomSteps.TYPES[random.nextInt(RandomSteps.TYPES.length)];
            session.every(random.nextInt(60) == 0 ? Duration.ofHours(7) : Duration.ofMillis(random.nextInt(4)))
                    .then(event(type, "{tool_name: '" + random.nextInt(3) + "'}"));
        }
        return session;
    }
}

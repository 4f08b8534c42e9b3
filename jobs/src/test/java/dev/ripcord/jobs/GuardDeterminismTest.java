package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signals are a pure function of events, patterns and releases with the broker's times: the guard on a cluster gives,
 * byte for byte and in each session's order, those of a loop without Flink, however it runs. Drawn, with the seed told
 * on failure.
 */
class GuardDeterminismTest {
    private static final long SEED = Long.getLong("seed", 20_260_401L);
    private static final int HISTORIES = Integer.getInteger("histories", 2);
    private static final WallClock THEN = () -> Session.START;
    private static final WallClock A_DAY_LATER =
            () -> Session.START + Duration.ofDays(1).toMillis();
    private static final WallClock TWO_DAYS_LATER =
            () -> Session.START + Duration.ofDays(2).toMillis();

    private static MortalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new MortalCluster(3);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @Test
    void atAnyParallelismAndInAnyInterleavingOfSessions() throws Exception {
        int signals = 0;
        int released = 0;
        for (int number = 0; number < HISTORIES; number++) {
            History history = DrawnHistory.draw(SEED + number);
            InProcess inProcess = judged(history);
            signals += briefly(inProcess.signals()).size();
            released += inProcess.released();
            for (int parallelism = 1; parallelism <= 3; parallelism++) {
                try (MemoryGuard guard = guard(history, number + parallelism, "HASHMAP")) {
                    guard.tell(Integer.MAX_VALUE, Integer.MAX_VALUE);
                    guard.start(parallelism, THEN);
                    guard.finish();
                    assertSame(guard, inProcess, number);
                }
            }
        }
        assertThat(signals).isGreaterThan(100 * HISTORIES);
        assertThat(released).isGreaterThan(5 * HISTORIES);
    }

    @Test
    void withPatternsAndReleasesThatAreReadWhileItRuns() throws Exception {
        for (int number = 0; number < HISTORIES; number++) {
            History history = DrawnHistory.draw(SEED + number);
            try (MemoryGuard guard = guard(history, number, "HASHMAP")) {
                guard.start(2, THEN);
                for (int part = 0; part < history.parts().size(); part++) {
                    happens(guard, history, part);
                }
                guard.finish();
                assertSame(guard, judged(history), number);
            }
        }
    }

    /** Rescaled twice; the backlog was written, and patterns and releases in the middle of it, while nothing ran. */
    @Test
    void fromSavepointsThatAreRestoredDaysLaterAtAnotherParallelism(@TempDir Path directory) throws Exception {
        for (int number = 0; number < HISTORIES; number++) {
            History history = DrawnHistory.draw(SEED + number);
            try (MemoryGuard guard = guard(history, number, "ROCKSDB")) {
                guard.start(1, THEN);
                happens(guard, history, 0);
                tell(guard, history, 1);
                guard.settle();
                guard.send(halves(history, 1, 0));
                guard.settle();
                guard.stop(directory);
                guard.send(halves(history, 1, 1));
                piledUp(guard, history, 2);
                piledUp(guard, history, 3);
                guard.start(3, A_DAY_LATER);
                guard.settle();
                guard.stop(directory);
                piledUp(guard, history, 4);
                guard.start(2, TWO_DAYS_LATER);
                happens(guard, history, 5);
                guard.finish();
                assertSame(guard, judged(history), number);
            }
        }
    }

    @Test
    void afterTheDeathOfAMachineInTheMiddleOfEverything() throws Exception {
        for (int number = 0; number < HISTORIES; number++) {
            History history = DrawnHistory.draw(SEED + number);
            try (MemoryGuard guard = guard(history, number, number % 2 == 0 ? "ROCKSDB" : "HASHMAP")) {
                guard.start(2, THEN);
                for (int part = 0; part < history.parts().size(); part++) {
                    tell(guard, history, part);
                    guard.settle();
                    guard.send(halves(history, part, 0));
                    if (part % 2 == 1) {
                        guard.awaitRead();
                        guard.kill();
                    }
                    guard.send(halves(history, part, 1));
                    guard.settle();
                }
                guard.finish();
                assertSame(guard, judged(history), number);
            }
        }
    }

    /** Every subtask knows of patterns and releases before the first event that they count for. */
    private static void happens(MemoryGuard guard, History history, int part) {
        tell(guard, history, part);
        guard.settle();
        guard.send(history.sizes(part));
        guard.settle();
    }

    private static void piledUp(MemoryGuard guard, History history, int part) {
        tell(guard, history, part);
        guard.send(history.sizes(part));
    }

    private static void tell(MemoryGuard guard, History history, int part) {
        guard.tell(
                history.parts().get(part).patterns().size(),
                history.parts().get(part).control().size());
    }

    /** @param half 0 or 1 */
    private static List<Integer> halves(History history, int part, int half) {
        return history.sizes(part).stream().map(size -> (size + half) / 2).toList();
    }

    private static InProcess judged(History history) throws Exception {
        return new InProcess(history.patterns(), history.control()).judge(history.events());
    }

    private static MemoryGuard guard(History history, int interleaving, String backend) {
        return new MemoryGuard(
                cluster,
                backend,
                history.interleaved(new Random(SEED + interleaving)),
                history.patterns(),
                history.control());
    }

    private static void assertSame(MemoryGuard guard, InProcess inProcess, int number) {
        String about = "seed " + (SEED + number);
        List<String> found = briefly(guard.signals());
        List<String> expected = briefly(inProcess.signals());
        assertThat(without(expected, found)).as("missing, %s", about).isEmpty();
        assertThat(without(found, expected)).as("unexpected, %s", about).isEmpty();
        assertThat(guard.signals()).as(about).isEqualTo(inProcess.signals());
    }

    /** @return what was signalled of whom at which offset, to be read where it differs */
    private static List<String> briefly(Map<String, List<String>> signals) {
        return signals.values().stream()
                .flatMap(List::stream)
                .map(GuardDeterminismTest::tree)
                .map(signal -> signal.at("/session_id").asText() + " at " + signal.at("/position/offset") + " "
                        + signal.at("/pattern/id").asText() + " version "
                        + signal.at("/pattern/version"))
                .toList();
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static JsonNode tree(String signal) {
        try {
            return Json.tree(signal);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}

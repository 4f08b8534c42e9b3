package dev.ripcord.deploy.bench.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.bench.traffic.Expected;
import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.pattern.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BenchPatternsTest {
    private static final int EVENTS = 20_000;

    @BeforeAll
    static void theLibraryIsThatOfThisTree() {
        System.setProperty("ripcord.home", "..");
    }

    @Test
    void theFamiliesFindEachRunawayOnceAndAtTheEventThatCompletesIt() {
        var traffic = Traffic.of(40, 50).withLoops(200);
        Set<Long> completing = new HashSet<>();
        for (long event = 0; event < EVENTS; event++) {
            // A first session may be found that is not looked for: what came before its script is not there.
            if (traffic.completes(event)) {
                completing.add(event);
            }
        }
        var found = positions(traffic, BenchPatterns.FAMILIES);
        assertThat(completing).hasSizeGreaterThan(50);
        assertThat(found).containsAll(completing);
        assertThat(found.stream().filter(event -> traffic.session(event) >= traffic.live()))
                .allMatch(completing::contains);
    }

    @Test
    void everySetFindsAllRunawaysAndNoHealthySession() {
        for (var patterns : BenchPatterns.values()) {
            var traffic = Traffic.of(40, 50).withLoops(200);
            Set<Long> sessions = new HashSet<>();
            positions(traffic, patterns).forEach(event -> sessions.add(traffic.session(event)));
            assertThat(Expected.check(traffic, EVENTS, sessions)).isGreaterThan(50);
        }
    }

    @Test
    void longHealthySessionsAreNoLoops() {
        assertThat(positions(Traffic.of(2, 20_000).withLoops(0), BenchPatterns.LIBRARY))
                .isEmpty();
    }

    @Test
    void aHundredAreAHundredDifferentOnes() {
        assertThat(BenchPatterns.HUNDRED.definitions())
                .hasSize(100)
                .extracting(Definition::id)
                .doesNotHaveDuplicates();
        assertThat(BenchPatterns.HUNDRED.records()).hasSize(200);
    }

    /** @return positions of the completing events */
    private static List<Long> positions(Traffic traffic, BenchPatterns patterns) {
        var log = new SyntheticLog(traffic);
        var book = PatternBook.enforcing(patterns.definitions());
        var detector = new SessionDetector(DetectionLimits.DEFAULT);
        Map<Long, SessionState> sessions = new HashMap<>();
        List<Long> positions = new ArrayList<>();
        for (long event = 0; event < EVENTS; event++) {
            var envelope = log.envelope(event);
            var key = envelope.event().session();
            var session = sessions.computeIfAbsent(
                    traffic.session(event), unseen -> new SessionState(key, DetectionLimits.DEFAULT));
            detector.judge(session, envelope, book.at(key.tenant(), envelope.kafkaTime()))
                    .signals()
                    .forEach(signal -> positions.add(signal.position().offset()));
        }
        return positions;
    }
}

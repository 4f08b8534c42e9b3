package dev.ripcord.deploy.bench.process;

import dev.ripcord.deploy.bench.figures.Rate.Measured;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.traffic.Expected;
import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.Releases;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.detection.SessionState;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A log in memory, judged from its beginning again and again, each time as if nobody had seen it. Its events are ready
 * objects, as those are by which other engines in process are measured: reading JSON and working out what an event says
 * is not in the figure.
 */
final class Backtest {
    private static final Traffic TRAFFIC = Traffic.of(500, 50);
    private static final int EVENTS = 50_000;
    private static final DetectionLimits LIMITS = DetectionLimits.DEFAULT;

    private final DigestedEvent[] log;
    private final PatternBook book;
    private final SessionDetector detector = new SessionDetector(LIMITS);
    private final Set<Long> found = new HashSet<>();

    Backtest(BenchPatterns patterns) {
        var synthetic = new SyntheticLog(TRAFFIC);
        log = LongStream.range(0, EVENTS).mapToObj(synthetic::digested).toArray(DigestedEvent[]::new);
        book = PatternBook.enforcing(patterns.definitions());
    }

    /** Judges the log once. */
    void judge() {
        Map<SessionKey, SessionState> sessions = new HashMap<>();
        for (DigestedEvent event : log) {
            SessionKey key = event.session();
            SessionState session = sessions.computeIfAbsent(key, unseen -> new SessionState(unseen, LIMITS));
            var judgement = detector.judge(session, event, book.at(key.tenant(), event.kafkaTime()), Releases.NONE);
            for (var signal : judgement.signals()) {
                found.add(SyntheticLog.session(signal.sessionId()));
            }
        }
    }

    /** @return how fast it is, over the whole log and for at least so long; what it finds is checked */
    Measured measured(Duration atLeast) {
        found.clear();
        long begin = WallClock.nanoTime();
        long taken;
        long events = 0;
        do {
            judge();
            events += EVENTS;
            taken = WallClock.nanoTime() - begin;
        } while (taken < atLeast.toNanos());
        return new Measured(Math.round(events * 1e9 / taken), Expected.check(TRAFFIC, EVENTS, found));
    }
}

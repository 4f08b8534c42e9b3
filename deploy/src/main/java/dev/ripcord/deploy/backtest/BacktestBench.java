package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.deploy.history.HistorySource;
import dev.ripcord.pattern.Definition;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures how many events of a file a backtest judges in a second, on one thread, JSON decoding included. */
public final class BacktestBench {
    private static final long NANOS = 1_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BacktestBench() {}

    /**
     * What was measured.
     *
     * @param definitions that every event was judged by
     * @param events of the file, some 400 bytes each
     * @param halted sessions: three of a hundred loop
     * @param perSecond events a second, of each repetition, in the order in which they ran
     * @param perCoreSecond the same by the time that the thread had a core for itself: on a machine that does other
     *     things as well, this says what one core does
     */
    public record Result(int definitions, int events, long halted, List<Long> perSecond, List<Long> perCoreSecond) {
        /** @return the one in the middle, which a disturbance does not move */
        static long median(List<Long> speeds) {
            return speeds.stream().sorted().toList().get(speeds.size() / 2);
        }

        /** @return for people */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%,d events judged by %d patterns: %,d a second, %,d a second of one core (medians of %s and %s)",
                    events,
                    definitions,
                    median(perSecond),
                    median(perCoreSecond),
                    perSecond,
                    perCoreSecond);
        }
    }

    public static Result run(List<Definition> definitions, int events, int repetitions)
            throws IOException, InterruptedException {
        var file = Files.createTempFile("ripcord-backtest", ".jsonl");
        try {
            GeneratedEvents.write(file, events);
            var perSecond = new ArrayList<Long>();
            var perCoreSecond = new ArrayList<Long>();
            long halted = 0;
            for (int repetition = 0; repetition < repetitions; repetition++) {
                long begun = WallClock.nanoTime();
                long coreBegun = THREADS.getCurrentThreadCpuTime();
                halted = halted(definitions, file);
                perSecond.add(events * NANOS / (WallClock.nanoTime() - begun));
                perCoreSecond.add(events * NANOS / (THREADS.getCurrentThreadCpuTime() - coreBegun));
            }
            return new Result(definitions.size(), events, halted, perSecond, perCoreSecond);
        } finally {
            Files.delete(file);
        }
    }

    private static long halted(List<Definition> definitions, Path file) throws IOException, InterruptedException {
        var backtest = new Backtest(Candidates.of(definitions), new Labels());
        backtest.over(HistorySource.file(file.toString(), "nothing was measured"), records -> {});
        return new Findings(backtest, false).report(null).all().halted();
    }
}

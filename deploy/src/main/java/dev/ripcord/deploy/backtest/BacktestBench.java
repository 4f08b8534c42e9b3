package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.deploy.history.HistorySource;
import dev.ripcord.pattern.Definition;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures how many events of a file a backtest judges in a second, on one thread, JSON decoding included. */
public final class BacktestBench {
    private BacktestBench() {}

    /**
     * What was measured.
     *
     * @param definitions that every event was judged by
     * @param events of the file, some 400 bytes each
     * @param halted sessions: three of a hundred loop
     * @param eventsPerSecond of each repetition, in the order in which they ran
     */
    public record Result(int definitions, int events, long halted, List<Long> eventsPerSecond) {
        /** @return that of the middle repetition, which a disturbance does not move */
        public long median() {
            return eventsPerSecond.stream().sorted().toList().get(eventsPerSecond.size() / 2);
        }
    }

    public static Result run(List<Definition> definitions, int events, int repetitions)
            throws IOException, InterruptedException {
        var file = Files.createTempFile("ripcord-backtest", ".jsonl");
        try {
            GeneratedEvents.write(file, events);
            var speeds = new ArrayList<Long>();
            long halted = 0;
            for (int repetition = 0; repetition < repetitions; repetition++) {
                long begun = WallClock.nanoTime();
                halted = halted(definitions, file);
                speeds.add(events * 1_000_000_000L / (WallClock.nanoTime() - begun));
            }
            return new Result(definitions.size(), events, halted, speeds);
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

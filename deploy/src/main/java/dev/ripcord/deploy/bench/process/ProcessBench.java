package dev.ripcord.deploy.bench.process;

import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.time.WallClock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures judging without Flink: as a backtest does it in this process, on one thread, and what a session takes. */
public final class ProcessBench {
    private static final Item SPEED =
            Item.needed("in-process", "Ripcord, three families, one thread, no Flink, events ready to be judged");
    private static final Item STATE = Item.needed("state-bytes", "what a session takes in state, all patterns");

    private final Plan plan;
    private final Results results;
    private final Consumer<String> progress;

    public ProcessBench(Plan plan, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.results = results;
        this.progress = progress;
    }

    public static List<Item> items() {
        return List.of(SPEED, STATE);
    }

    public void run() {
        if (plan.wants(STATE)) {
            var size = SessionWeight.measured();
            results.stateSize(size);
            progress.accept(STATE.name() + ": " + size.medianBytes() + " bytes");
        }
        if (plan.wants(SPEED)) {
            speed();
        }
    }

    private void speed() {
        var backtest = new Backtest(BenchPatterns.FAMILIES);
        long warm = WallClock.nanoTime() + plan.pace().warmUp().toNanos();
        while (WallClock.nanoTime() < warm) {
            backtest.judge();
        }
        for (int repetition = 0; plan.repeats(repetition); repetition++) {
            var measured = backtest.measured(plan.pace().measured());
            results.rate(SPEED.name(), measured);
            progress.accept(String.format(Locale.ROOT, "%s: %,d events/s", SPEED.name(), measured.eventsPerSecond()));
        }
    }
}

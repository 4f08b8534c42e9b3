package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.engine.Variant.Scale;
import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.deploy.local.LocalFlink;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Measures engines on Flink, each in turn, and that as often as the plan says: noise then meets all of them alike. */
public final class EngineBench {
    private final Plan plan;
    private final Results results;
    private final Consumer<String> progress;

    public EngineBench(Plan plan, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.results = results;
        this.progress = progress;
    }

    public static List<Item> items() {
        return Variants.all().stream().map(Variant::item).toList();
    }

    public void run() throws IOException, ExecutionException, InterruptedException {
        var variants = Variants.all().stream()
                .filter(variant -> plan.wants(variant.item()))
                .toList();
        if (variants.isEmpty()) {
            return;
        }
        try (var flink = LocalFlink.start(LocalFlink.FREE_PORT, JobSettings.ofCluster())) {
            for (int repetition = 0; plan.repeats(repetition); repetition++) {
                for (var variant : variants) {
                    if (plan.repeats(repetition) && (repetition == 0 || variant.scale() == Scale.USUAL)) {
                        measure(flink, variant, repetition);
                    }
                }
            }
        }
    }

    private void measure(LocalFlink flink, Variant variant, int repetition)
            throws IOException, ExecutionException, InterruptedException {
        var outcome = new EngineRun(flink, variant, repetition).run(plan.pace());
        results.rate(variant.name(), outcome.measured());
        outcome.footprint().ifPresent(results::footprint);
        progress.accept(String.format(
                Locale.ROOT,
                "%s: %,d events/s",
                variant.name(),
                outcome.measured().eventsPerSecond()));
    }
}

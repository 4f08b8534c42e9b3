package dev.ripcord.deploy.bench;

import dev.ripcord.deploy.bench.engine.EngineBench;
import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.kafka.KafkaBench;
import dev.ripcord.deploy.bench.kafka.LatencyBench;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.deploy.bench.process.ProcessBench;
import dev.ripcord.deploy.bench.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All measurements of detection, one after the other. */
record Bench(Plan plan, Consumer<String> progress) {
    static List<Item> items() {
        return Stream.of(EngineBench.items(), ProcessBench.items(), KafkaBench.items(), LatencyBench.items())
                .flatMap(List::stream)
                .toList();
    }

    Report run() throws IOException, ExecutionException, InterruptedException {
        var results = new Results();
        new ProcessBench(plan, results, progress).run();
        new EngineBench(plan, results, progress).run();
        new KafkaBench(plan, results, progress).run();
        new LatencyBench(plan, results, progress).run();
        return new Report(results);
    }
}

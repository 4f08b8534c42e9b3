package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.stock.StockCep.TimeDomain;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.deploy.local.LocalFlink;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class EngineBench {
    private final Consumer<String> progress;

    public EngineBench(Consumer<String> progress) {
        this.progress = progress;
    }

    public void run(boolean quick, List<String> only) throws Exception {
        var variants = new ArrayList<Variant>();
        for (var backend : Backend.values()) {
            var t = Traffic.of(backend == Backend.HEAP ? 500 : 10_000, 50);
            String b = backend.name().toLowerCase(java.util.Locale.ROOT);
            variants.add(new Variant("source-" + b, new SourceAlone(), backend, t));
            variants.add(new Variant("pass-" + b, new PassThrough(), backend, t));
            variants.add(new Variant("ours-" + b, new Detection(BenchPatterns.FAMILIES), backend, t));
            variants.add(new Variant("library-" + b, new Detection(BenchPatterns.LIBRARY), backend, t));
            variants.add(new Variant("hundred-" + b, new Detection(BenchPatterns.HUNDRED), backend, t));
            variants.add(new Variant("checkpoints-" + b, new Detection(BenchPatterns.FAMILIES), backend, t, Optional.of(Duration.ofSeconds(2))));
            variants.add(new Variant("stock-" + b, new Stock(TimeDomain.PROCESSING_TIME), backend, t));
            variants.add(new Variant("stock-event-" + b, new Stock(TimeDomain.EVENT_TIME), backend, Traffic.of(500, 50)));
        }
        try (var flink = LocalFlink.start(LocalFlink.FREE_PORT, JobSettings.ofCluster())) {
            for (int r = 0; r < (quick ? 1 : 3); r++) {
                for (var v : variants) {
                    if (only.isEmpty() || only.contains(v.name())) {
                        long t0 = System.nanoTime();
                        try {
                        double e = new EngineRun(flink, new JobSettings(Files.createTempDirectory("bench")), v, r).run(new Pace(Duration.ofSeconds(3), 12, Duration.ofSeconds(4)));
                        progress.accept(String.format("%s %.0f  (%.1f s)", v.name(), e, (System.nanoTime() - t0) / 1e9));
                        } catch (Exception e) { progress.accept(v.name() + " " + e); }
                    }
                }
            }
        }
    }
}

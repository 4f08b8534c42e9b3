package dev.ripcord.deploy.bench.report;

import dev.ripcord.deploy.bench.figures.Latency;
import dev.ripcord.deploy.bench.figures.Results;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The few figures that everything comes down to. */
enum Summary {
    VS_STOCK_ROCKSDB(results -> results.ratio("families-rocksdb", "stock-rocksdb")),
    VS_PASSTHROUGH_ROCKSDB(results -> results.ratio("families-rocksdb", "passthrough-rocksdb")),
    VS_PASSTHROUGH_HEAP(results -> results.ratio("families-heap", "passthrough-heap")),
    /** Cost per event, so the other way round. */
    GROWTH_1000_OVER_10(results -> results.ratio("growth-10", "growth-1000")),
    KAFKA_VS_PASSTHROUGH(results -> results.ratio("kafka-library", "kafka-passthrough")),
    EVENTS_PER_SECOND_IN_PROCESS(
            results -> results.median("in-process").stream().boxed().findFirst()),
    LATENCY_P50_MS(results -> latency(results).map(Latency::p50Ms)),
    LATENCY_P99_MS(results -> latency(results).map(Latency::p99Ms)),
    BYTES_PER_SESSION(results -> results.stateSize().map(size -> (double) size.medianBytes()));

    private final Function<Results, Optional<Double>> value;

    Summary(Function<Results, Optional<Double>> value) {
        this.value = value;
    }

    private static Optional<Latency> latency(Results results) {
        return Optional.ofNullable(results.latencies().get("latency-50"));
    }

    /** @return empty where it was not measured */
    Optional<Double> of(Results results) {
        return value.apply(results);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return by key; null where it was not measured */
    static Map<String, Double> all(Results results) {
        var all = new LinkedHashMap<String, Double>();
        for (var figure : values()) {
            all.put(figure.key(), figure.of(results).map(Figure::rounded).orElse(null));
        }
        return all;
    }
}

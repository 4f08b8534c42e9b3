package dev.ripcord.deploy.bench.report;

import static dev.ripcord.deploy.bench.report.Target.atLeast;
import static dev.ripcord.deploy.bench.report.Target.atMost;

import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.report.Target.Reached;
import java.util.List;

/** All that is promised. */
final class Targets {
    private static final double GIGABYTE = 1L << 30;

    /** A machine that is too slow does not come to so many within the warm-up. */
    private static final long MILLION = 1_000_000;

    private static final List<Target> ALL = List.of(
            atLeast(80, " x", "RocksDB: three families against flink-cep", Summary.VS_STOCK_ROCKSDB::of),
            atLeast(2, " x", "RocksDB: three families against pass-through", Summary.VS_PASSTHROUGH_ROCKSDB::of),
            atLeast(
                    1,
                    " x",
                    "RocksDB: all patterns against pass-through",
                    results -> results.ratio("library-rocksdb", "passthrough-rocksdb")),
            atLeast(
                    1.3,
                    " x",
                    "RocksDB: with checkpoints every 2 s against pass-through without",
                    results -> results.ratio("checkpoints-rocksdb", "passthrough-rocksdb")),
            atLeast(0.5, " x", "heap: three families against pass-through", Summary.VS_PASSTHROUGH_HEAP::of),
            atMost(1.2, " x", "an event's cost in 1,000 of a session over 10", Summary.GROWTH_1000_OVER_10::of),
            atMost(
                    1.2,
                    " x",
                    "an event's cost in 100,000 of a session over 10",
                    results -> results.ratio("growth-10", "growth-100000")),
            atLeast(0.7, " x", "Kafka to Kafka: all patterns against pass-through", Summary.KAFKA_VS_PASSTHROUGH::of),
            atMost(3, " ms", "signal at half load, median", Summary.LATENCY_P50_MS::of),
            atMost(20, " ms", "signal at half load, 99th percentile", Summary.LATENCY_P99_MS::of),
            atLeast(677_000, "/s", "events in process, one thread", Summary.EVENTS_PER_SECOND_IN_PROCESS::of),
            atMost(2_048, " bytes", "state of a 50-event session, median", Summary.BYTES_PER_SESSION::of),
            atMost(
                    4,
                    " GB",
                    "1,000,000 live sessions, heap and RocksDB's files",
                    results -> results.footprint()
                            .filter(footprint -> footprint.sessions() >= MILLION)
                            .map(footprint -> footprint.bytes() / GIGABYTE)));

    private Targets() {}

    static List<Reached> in(Results results) {
        return ALL.stream().map(target -> target.in(results)).toList();
    }
}

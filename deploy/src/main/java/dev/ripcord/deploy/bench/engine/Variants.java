package dev.ripcord.deploy.bench.engine;

import static dev.ripcord.deploy.bench.plan.Item.further;
import static dev.ripcord.deploy.bench.plan.Item.needed;

import dev.ripcord.deploy.bench.engine.Variant.Scale;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.stock.StockCep.TimeDomain;
import dev.ripcord.deploy.bench.traffic.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All that is measured on Flink without Kafka. */
final class Variants {
    private static final int EVENTS = 50;
    private static final Traffic FEW = Traffic.of(500, EVENTS);
    private static final Traffic MANY = Traffic.of(10_000, EVENTS);
    private static final Duration OFTEN = Duration.ofSeconds(2);

    /** Few enough that sessions of a thousand events have all of them within a warm-up. */
    private static final int GROWING = 100;

    private static final int ALL_OF_THEM = 1_000;

    private Variants() {}

    static List<Variant> all() {
        return Stream.of(onHeap(), onRocksdb(), growth(), live())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Variant> onHeap() {
        return List.of(
                heap(further("source", "the source alone: how fast anything could be"), new SourceAlone()),
                heap(needed("passthrough-heap", "one small state read and written per event"), new PassThrough()),
                heap(needed("families-heap", "Ripcord, three families"), detection(BenchPatterns.FAMILIES)),
                new Variant(
                        further("passthrough-heap-10000", "one small state per event, 10,000 live sessions"),
                        new PassThrough(),
                        Backend.HEAP,
                        MANY),
                new Variant(
                        further("families-heap-10000", "Ripcord, three families, 10,000 live sessions"),
                        detection(BenchPatterns.FAMILIES),
                        Backend.HEAP,
                        MANY),
                heap(further("library-heap", "Ripcord, all that it comes with"), detection(BenchPatterns.LIBRARY)),
                heap(further("hundred-heap", "Ripcord, 100 patterns"), detection(BenchPatterns.HUNDRED)),
                heap(further("stock-heap", "flink-cep, three families, processing time"), stock()),
                heap(further("stock-event-heap", "flink-cep, three families, event time"), stockInEventTime()));
    }

    private static List<Variant> onRocksdb() {
        return List.of(
                rocksdb(needed("passthrough-rocksdb", "one small state read and written per event"), new PassThrough()),
                rocksdb(needed("families-rocksdb", "Ripcord, three families"), detection(BenchPatterns.FAMILIES)),
                rocksdb(needed("library-rocksdb", "Ripcord, all that it comes with"), detection(BenchPatterns.LIBRARY)),
                rocksdb(further("hundred-rocksdb", "Ripcord, 100 patterns"), detection(BenchPatterns.HUNDRED)),
                rocksdb(
                                needed("checkpoints-rocksdb", "Ripcord, three families, a checkpoint every 2 s"),
                                detection(BenchPatterns.FAMILIES))
                        .withCheckpoints(OFTEN),
                rocksdb(needed("stock-rocksdb", "flink-cep, three families, processing time"), stock()),
                new Variant(
                        further("stock-event-rocksdb", "flink-cep, three families, event time, 500 live sessions"),
                        stockInEventTime(),
                        Backend.ROCKSDB,
                        FEW));
    }

    private static List<Variant> growth() {
        return List.of(
                growth(needed("growth-10", "Ripcord, 10 events a session (100 live, RocksDB)"), 10),
                growth(further("growth-50", "Ripcord, 50 events a session"), EVENTS),
                growth(needed("growth-1000", "Ripcord, 1,000 events a session"), 1_000)
                        .at(Scale.USUAL, 1_000),
                // Nearly none of them comes to its end: those that do must have something to find.
                new Variant(
                                further("growth-100000", "Ripcord, 100,000 events a session"),
                                detection(BenchPatterns.FAMILIES),
                                Backend.ROCKSDB,
                                Traffic.of(GROWING, 100_000).withLoops(ALL_OF_THEM))
                        .at(Scale.LARGE, 10_000),
                stockGrowth(further("stock-growth-10", "flink-cep, 10 events a session"), 10),
                stockGrowth(further("stock-growth-50", "flink-cep, 50 events a session"), EVENTS),
                stockGrowth(further("stock-growth-1000", "flink-cep, 1,000 events a session"), 1_000)
                        .at(Scale.LARGE, 1_000));
    }

    private static List<Variant> live() {
        return List.of(
                live(further("live-1000", "Ripcord, 1,000 live sessions on RocksDB"), 1_000),
                live(further("live-100000", "Ripcord, 100,000 live sessions"), 100_000)
                        .at(Scale.LARGE, 12),
                live(further("live-1000000", "Ripcord, 1,000,000 live sessions, and what they take"), 1_000_000)
                        .at(Scale.WEIGHED, 12));
    }

    private static Variant heap(Item item, Engine engine) {
        return new Variant(item, engine, Backend.HEAP, FEW);
    }

    private static Variant rocksdb(Item item, Engine engine) {
        return new Variant(item, engine, Backend.ROCKSDB, MANY);
    }

    private static Variant growth(Item item, int events) {
        return new Variant(item, detection(BenchPatterns.FAMILIES), Backend.ROCKSDB, Traffic.of(GROWING, events));
    }

    private static Variant stockGrowth(Item item, int events) {
        return new Variant(item, stock(), Backend.ROCKSDB, Traffic.of(GROWING, events));
    }

    private static Variant live(Item item, int sessions) {
        return new Variant(item, detection(BenchPatterns.FAMILIES), Backend.ROCKSDB, Traffic.of(sessions, EVENTS));
    }

    private static Engine detection(BenchPatterns patterns) {
        return new Detection(patterns);
    }

    private static Engine stock() {
        return new Stock(TimeDomain.PROCESSING_TIME);
    }

    private static Engine stockInEventTime() {
        return new Stock(TimeDomain.EVENT_TIME);
    }
}

package dev.ripcord.deploy.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.bench.figures.Footprint;
import dev.ripcord.deploy.bench.figures.Latency;
import dev.ripcord.deploy.bench.figures.Rate.Measured;
import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.figures.StateSize;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final List<String> SUMMARY = List.of(
            "vs_stock_rocksdb",
            "vs_passthrough_rocksdb",
            "vs_passthrough_heap",
            "growth_1000_over_10",
            "kafka_vs_passthrough",
            "events_per_second_in_process",
            "latency_p50_ms",
            "latency_p99_ms",
            "bytes_per_session");

    private final Results results = new Results();

    @Test
    void theSummaryHasItsKeysFirstAndTheSingleResultsBehindThem() throws IOException {
        measured();
        var keys = new ArrayList<>(SUMMARY);
        keys.addAll(List.of("rates", "latencies", "state_size", "footprint", "targets"));
        assertThat(json().fieldNames()).toIterable().containsExactlyElementsOf(keys);
    }

    @Test
    void theSummaryHasItsKeysAlsoWhereNothingWasMeasured() throws IOException {
        assertThat(json().fieldNames()).toIterable().startsWith(SUMMARY.toArray(String[]::new));
        assertThat(SUMMARY)
                .allSatisfy(key -> assertThat(json().get(key).isNull()).isTrue());
        assertThat(new Report(results).isComplete()).isTrue();
    }

    @Test
    void eachFigureIsOfTheMeasurementsThatItIsNamedFor() throws IOException {
        measured();
        var json = json();
        assertThat(json.get("vs_stock_rocksdb").asDouble()).isEqualTo(90);
        assertThat(json.get("vs_passthrough_rocksdb").asDouble()).isEqualTo(1.8);
        assertThat(json.get("vs_passthrough_heap").asDouble()).isEqualTo(0.667);
        assertThat(json.get("growth_1000_over_10").asDouble()).isEqualTo(1.25);
        assertThat(json.get("kafka_vs_passthrough").asDouble()).isEqualTo(0.75);
        assertThat(json.get("events_per_second_in_process").asLong()).isEqualTo(700_000);
        assertThat(json.get("latency_p50_ms").asDouble()).isEqualTo(2);
        assertThat(json.get("latency_p99_ms").asDouble()).isEqualTo(30);
        assertThat(json.get("bytes_per_session").asLong()).isEqualTo(1_400);
        assertThat(json.at("/rates/stock-rocksdb/events_per_second/0").asLong()).isEqualTo(10_000);
        assertThat(json.at("/footprint/file_bytes").asLong()).isEqualTo(1L << 30);
    }

    @Test
    void aTargetIsReachedMissedOrNotMeasured() {
        measured();
        assertThat(new Report(results).lines())
                .anyMatch(line -> line.matches("RocksDB: three families against flink-cep +90 +>= 80 x +reached"))
                .anyMatch(line -> line.matches("RocksDB: three families against pass-through +1.8 +>= 2 x +missed"))
                .anyMatch(line -> line.matches("signal at half load, 99th percentile +30 +<= 20 ms +missed"))
                .anyMatch(line -> line.matches("events in process, one thread +700,000 +>= 677,000/s +reached"))
                .anyMatch(line -> line.matches("1,000,000 live sessions.* +3 +<= 4 GB +reached"))
                .anyMatch(line -> line.matches("RocksDB: all patterns against pass-through +- +>= 1 x +not measured"));
    }

    @Test
    void aLostSignalIsNoCompleteReport() {
        results.latency("latency-50", Latency.of(100, 2, 1, 3.0));
        assertThat(new Report(results).isComplete()).isFalse();
    }

    private void measured() {
        rate("families-rocksdb", 900_000);
        rate("stock-rocksdb", 10_000);
        rate("passthrough-rocksdb", 500_000);
        rate("families-heap", 2_000_000);
        rate("passthrough-heap", 3_000_000);
        rate("growth-10", 500_000);
        rate("growth-1000", 400_000);
        rate("kafka-library", 75_000);
        rate("kafka-passthrough", 100_000);
        rate("in-process", 700_000);
        results.latency("latency-50", Latency.of(1_000, 3, 0, 1, 30, 2));
        results.stateSize(new StateSize(1_000, 1_400, 2_000));
        results.footprint(new Footprint(1_000_000, 2L << 30, 1L << 30));
    }

    private void rate(String name, long eventsPerSecond) {
        results.rate(name, new Measured(eventsPerSecond, null));
    }

    private JsonNode json() throws IOException {
        return Json.tree(new Report(results).json());
    }
}

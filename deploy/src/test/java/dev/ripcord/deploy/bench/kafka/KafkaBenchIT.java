package dev.ripcord.deploy.bench.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Pace;
import dev.ripcord.deploy.bench.plan.Plan;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Between real topics, for a moment: that all signals come is checked, how soon does not matter. */
class KafkaBenchIT {
    private static final Pace MOMENT = new Pace(Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO);

    @BeforeAll
    static void theLibraryIsThatOfThisTree() {
        System.setProperty("ripcord.home", "..");
    }

    @Test
    void theGuardFindsAllRunawaysOfALogThatLiesThere() throws Exception {
        var results = new Results();
        new KafkaBench(plan(Set.of("kafka-passthrough", "kafka-library")), results, line -> {}).run();
        assertThat(results.rates().get("kafka-library").runaways()).isPositive();
        assertThat(results.median("kafka-passthrough")).isPresent();
    }

    @Test
    void noSignalIsLostAlsoDuringCheckpointsAndChanges() throws Exception {
        var results = new Results();
        new LatencyBench(plan(Set.of()), results, line -> {}).run();
        assertThat(results.latencies())
                .containsOnlyKeys(LatencyBench.items().stream().map(Item::name).toArray(String[]::new))
                .allSatisfy((name, latency) -> assertThat(latency.lost()).isZero());
        var half = results.latencies().get("latency-50");
        assertThat(half.signals()).isPositive();
        assertThat(half.timed()).isEqualTo(half.signals());
    }

    private static Plan plan(Set<String> only) {
        return new Plan(only, false, 1, MOMENT, 10_000, Duration.ofSeconds(1), Long.MAX_VALUE);
    }
}

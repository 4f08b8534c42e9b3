package dev.ripcord.deploy.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.plan.Pace;
import dev.ripcord.deploy.bench.plan.Plan;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProcessBenchTest {
    private static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    @BeforeAll
    static void theLibraryIsThatOfThisTree() {
        System.setProperty("ripcord.home", "..");
    }

    @Test
    void judgesAWholeLogAndWeighsAThousandSessions() {
        var results = new Results();
        run(results, Set.of());
        var speed = results.rates().get("in-process");
        assertThat(speed.eventsPerSecond()).hasSize(2).allMatch(rate -> rate > 0);
        assertThat(speed.runaways()).isPositive();
        var size = results.stateSize().orElseThrow();
        assertThat(size.sessions()).isEqualTo(1_000);
        assertThat(size.medianBytes()).isPositive().isLessThanOrEqualTo(size.maxBytes());
    }

    @Test
    void measuresOnlyWhatIsAskedFor() {
        var results = new Results();
        run(results, Set.of("state-bytes"));
        assertThat(results.rates()).isEmpty();
        assertThat(results.stateSize()).isPresent();
    }

    private static void run(Results results, Set<String> only) {
        var plan = new Plan(only, true, 2, AT_ONCE, 0, Duration.ZERO, Long.MAX_VALUE);
        new ProcessBench(plan, results, line -> {}).run();
    }
}

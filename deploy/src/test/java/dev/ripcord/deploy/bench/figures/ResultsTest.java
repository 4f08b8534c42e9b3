package dev.ripcord.deploy.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.bench.figures.Rate.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private final Results results = new Results();

    @Test
    void aRatioIsThatOfTheMediansOfAllRepetitions() {
        add("quick", 300, 900, 200);
        add("slow", 50, 100, 200);
        assertThat(results.ratio("quick", "slow")).contains(3.0);
        assertThat(results.ratio("slow", "quick")).contains(1 / 3.0);
    }

    @Test
    void whatWasNotMeasuredHasNoRatio() {
        add("quick", 300);
        assertThat(results.ratio("quick", "slow")).isEmpty();
        assertThat(results.ratio("slow", "quick")).isEmpty();
        assertThat(results.median("slow")).isEmpty();
    }

    @Test
    void repetitionsAreKeptAndRunawaysAreAddedUp() {
        results.rate("finds", new Measured(10, 3));
        results.rate("finds", new Measured(30, 4));
        results.rate("was cut short once", new Measured(10, 3));
        results.rate("was cut short once", new Measured(20, null));
        add("does not look", 5);
        assertThat(results.rates())
                .containsEntry("finds", new Rate(List.of(10L, 30L), 20, 7))
                .containsEntry("was cut short once", new Rate(List.of(10L, 20L), 15, 3))
                .containsEntry("does not look", new Rate(List.of(5L), 5, null));
    }

    private void add(String name, long... rates) {
        for (long rate : rates) {
            results.rate(name, new Measured(rate, null));
        }
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrectableCostsTest {
    private static final int KEPT = 64;

    private final CorrectableCosts costs = new CorrectableCosts();
    private final Tally tally = new Tally(new MinuteWindow(Tally.KINDS), Tally.COST);

    @Test
    void theLatest64CanBeCorrected() {
        for (long id = 1; id <= KEPT + 1; id++) {
            spend(id, 10);
        }

        assertThat(costs.correct(1, 5, tally)).as("pushed out").isFalse();
        assertThat(costs.correct(2, 5, tally)).isTrue();
        assertThat(costs.correct(KEPT + 1, 7, tally)).isTrue();
        assertThat(tally.session()).isEqualTo(10 * (KEPT + 1) - 5 - 3);
    }

    /** Its repeat is folded where more than 512 other events came between. */
    @Test
    void anIdThatComesAgainCountsOnce() {
        for (long id = 1; id <= KEPT; id++) {
            spend(id, 10);
        }
        spend(3, 20);

        assertThat(costs.correct(1, 10, tally)).as("nothing was pushed out").isTrue();
        assertThat(costs.correct(3, 15, tally)).isTrue();
        assertThat(tally.session()).isEqualTo(10 * KEPT + 15);

        spend(KEPT + 1, 10);
        assertThat(costs.correct(1, 10, tally)).as("pushed out").isFalse();
        assertThat(costs.correct(2, 10, tally)).isTrue();
    }

    private void spend(long id, long cost) {
        tally.add(1_000, cost);
        costs.remember(id, cost, 1_000, true);
    }
}

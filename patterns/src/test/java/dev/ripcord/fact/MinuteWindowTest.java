package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteWindowTest {
    private record Amount(long time, long amount) {}

    @Test
    void anAmountCountsForItsSecondAndThe59After() {
        MinuteWindow window = new MinuteWindow();
        window.add(1_999, 7);

        assertThat(window.sum(60_999)).isEqualTo(7);
        assertThat(window.sum(61_000)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithASumOverAllAmounts(long seed) {
        Random random = new Random(seed);
        MinuteWindow window = new MinuteWindow();
        List<Amount> amounts = new ArrayList<>();
        long time = 1_000_000;
        for (int number = 0; number < 3_000; number++) {
            time += random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(1_500);
            Amount amount = new Amount(time, random.nextInt(5));
            amounts.add(amount);
            window.add(time, amount.amount());

            assertThat(window.sum(time)).as("seed %d, number %d", seed, number).isEqualTo(sum(amounts, time));
        }
    }

    @Test
    void aCorrectionCountsWhereItsSecondStillDoes() {
        MinuteWindow window = new MinuteWindow();
        window.add(1_000, 5);
        window.add(40_000, 5);
        window.correct(1_500, -3);
        window.correct(40_000, 10);
        window.correct(20_000, 100);

        assertThat(window.sum(50_000)).isEqualTo(17);
        assertThat(window.sum(70_000)).isEqualTo(15);
    }

    @Test
    void hugeAmountsDoNotOverflow() {
        MinuteWindow window = new MinuteWindow();
        for (int second = 0; second < 100; second++) {
            window.add(second * 1_000L, Long.MAX_VALUE);
            window.add(second * 1_000L, Long.MAX_VALUE);
            assertThat(window.sum(second * 1_000L)).isPositive();
        }
        assertThat(window.sum(200_000)).isZero();
    }

    private static long sum(List<Amount> amounts, long time) {
        return amounts.stream()
                .filter(amount -> amount.time() / 1_000 > time / 1_000 - MinuteWindow.SECONDS)
                .mapToLong(Amount::amount)
                .sum();
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentRepeatsTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 15, 40})
    void theyAreTheLatestTwentyCallsLessTheDifferentOnes(int variety) {
        Random random = new Random(variety);
        Latest window = new Latest(64);
        RecentRepeats repeats = new RecentRepeats(window);
        List<Long> calls = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            long call = 1 + random.nextInt(variety);
            boolean repeated = calls.contains(call);
            calls.add(call);
            window.add(call);
            repeats.made(repeated);

            List<Long> latest = calls.subList(Math.max(0, calls.size() - 20), calls.size());
            assertThat(repeats.count())
                    .as("seed %d, call %d", variety, number)
                    .isEqualTo(latest.size() - new HashSet<>(latest).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 19})
    void newsTakesTheLatestRepeatOfThatCallAway(int after) {
        Latest window = new Latest(64);
        RecentRepeats repeats = new RecentRepeats(window);
        for (long call : new long[] {7, 7, 7}) {
            window.add(call);
            repeats.made(true);
        }
        repeats.bringsNews(7);
        assertThat(repeats.count()).isEqualTo(1);

        for (int number = 0; number < after; number++) {
            window.add(100 + number);
            repeats.made(false);
        }
        repeats.bringsNews(7);
        repeats.bringsNews(7);
        assertThat(repeats.count()).isZero();
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentMedianTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithSortingTheLatest64(long seed) {
        Random random = new Random(seed);
        RecentMedian median = new RecentMedian();
        List<Long> amounts = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            amounts.add(random.nextInt(10) == 0 ? random.nextLong(Long.MAX_VALUE) : random.nextLong(20));
            median.add(amounts.get(number));

            assertThat(median.median()).as("seed %d, number %d", seed, number).isEqualTo(sortedMiddle(amounts));
        }
    }

    private static long sortedMiddle(List<Long> amounts) {
        List<Long> latest = amounts.subList(Math.max(0, amounts.size() - RecentMedian.MAXIMUM), amounts.size());
        List<Long> sorted = latest.stream().sorted().toList();
        long low = sorted.get((sorted.size() - 1) / 2);
        return low + (sorted.get(sorted.size() / 2) - low) / 2;
    }
}

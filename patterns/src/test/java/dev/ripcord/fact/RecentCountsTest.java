package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentCountsTest {
    @Test
    void theLeastRecentlyUsedKeyIsForgotten() {
        RecentCounts counts = new RecentCounts();
        for (long key = 0; key < RecentCounts.MAXIMUM; key++) {
            counts.add(key);
        }
        assertThat(counts.add(0)).isEqualTo(2);
        assertThat(counts.add(-1)).as("pushes 1 out").isEqualTo(1);
        assertThat(counts.count(1)).isZero();
        assertThat(counts.add(0)).isEqualTo(3);
        assertThat(counts.add(1)).isEqualTo(1);
    }

    /** Keys of few distinct low bits, so that many meet at the same place. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithAMapInOrderOfUse(long seed) {
        Random random = new Random(seed);
        RecentCounts counts = new RecentCounts();
        Map<Long, Long> expected = new OrderOfUse();
        int variety = seed % 2 == 0 ? 300 : 700;
        for (int number = 0; number < 20_000; number++) {
            long key = random.nextInt(variety) * (seed % 3 == 0 ? 64L : 1L);
            if (random.nextInt(5_000) == 0) {
                counts.clear();
                expected.clear();
            }
            assertThat(counts.add(key))
                    .as("seed %d, number %d", seed, number)
                    .isEqualTo(expected.merge(key, 1L, Long::sum));
        }
        expected.forEach((key, count) -> assertThat(counts.count(key)).isEqualTo(count));
    }

    private static final class OrderOfUse extends LinkedHashMap<Long, Long> {
        OrderOfUse() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > RecentCounts.MAXIMUM;
        }
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final int MAXIMUM = 12;

    @Test
    void smallSetsAreComparedExactly() {
        assertThat(tenths(marks(1, 2, 3, 4), marks(1, 2, 3, 4), 6)).isEqualTo(10);
        assertThat(tenths(marks(1, 2, 3, 4), marks(2, 3, 4), 6)).isEqualTo(7);
        assertThat(tenths(marks(1, 2, 3, 5), marks(1, 2, 3, 4), 6)).isEqualTo(6);
        assertThat(tenths(marks(1, 2), marks(3, 4), 0)).isZero();
        assertThat(tenths(Marks.NONE, Marks.NONE, 0)).isZero();
    }

    /** Sets of 100, of which the given share is common: two thirds of 100 are half of the 133 that either has. */
    @Test
    void largeSetsAreEstimated() {
        Random random = new Random(20_260_101);
        double sum = 0;
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            LeastHashes one = new LeastHashes(MAXIMUM);
            LeastHashes other = new LeastHashes(MAXIMUM);
            for (int number = 0; number < 133; number++) {
                long hash = random.nextInt(1 << 16);
                if (number < 100) {
                    one.add(hash);
                }
                if (number >= 33) {
                    other.add(hash);
                }
            }
            sum += tenths(one.marks(0), other.marks(0), 0);
        }
        // Rounded down to tenths, the mean lies a little below half.
        assertThat(sum / rounds).isCloseTo(4.7, within(0.3));
    }

    @Test
    void whatIsSurelyBelowTheLeastIsNotComparedAndElseItMakesNoDifference() {
        Random random = new Random(7);
        int below = 0;
        for (int round = 0; round < 2_000; round++) {
            Marks one = drawn(random);
            Marks other = drawn(random);
            int exact = tenths(one, other, 0);
            int quick = tenths(one, other, 6);
            assertThat(quick == exact || exact < 6 && quick == 0)
                    .as("round %d", round)
                    .isTrue();
            below += quick < exact ? 1 : 0;
        }
        assertThat(below).isPositive();
    }

    @Test
    void theOrderOfHashesAndTheirRepetitionDoNotCount() {
        LeastHashes one = new LeastHashes(3);
        LeastHashes other = new LeastHashes(3);
        for (long hash : new long[] {5, 1, 9, 1, 3}) {
            one.add(hash);
        }
        for (long hash : new long[] {9, 3, 5, 3, 1, 5}) {
            other.add(hash);
        }

        assertThat(one.marks(0)).isEqualTo(other.marks(0)).isEqualTo(marks(1, 3, 5));
    }

    /** @param least below which the number does not matter */
    static int tenths(Marks one, Marks other, int least) {
        char[] there = new char[other.size() + 2];
        other.copyTo(there, 1);
        return one.mayHaveInCommon(least, other.ends(), other.size())
                ? one.tenthsInCommon(there, 1, 1 + other.size(), MAXIMUM)
                : 0;
    }

    private static Marks drawn(Random random) {
        LeastHashes hashes = new LeastHashes(MAXIMUM);
        int size = 1 + random.nextInt(20);
        for (int number = 0; number < size; number++) {
            hashes.add(random.nextInt(24));
        }
        return hashes.marks(0);
    }

    private static Marks marks(int... hashes) {
        LeastHashes least = new LeastHashes(MAXIMUM);
        for (int hash : hashes) {
            least.add(hash);
        }
        return least.marks(0);
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrittenFingerprintsTest {
    @Test
    void eachGetsANumberWhenItIsNewAndKeepsIt() {
        WrittenFingerprints written = new WrittenFingerprints(10_000);
        Map<Long, Integer> numbers = new HashMap<>();
        Random random = new Random(20_261_129);
        for (int step = 0; step < 20_000; step++) {
            long fingerprint = random.nextInt(3_000) * (random.nextBoolean() ? 1L : 1L << 32);
            int number = numbers.getOrDefault(fingerprint, 0);

            assertThat(written.number(fingerprint)).isEqualTo(number);
            numbers.putIfAbsent(fingerprint, numbers.size() + 1);
        }
    }

    @Test
    void thoseAboveTheMaximumAreNewEachTime() {
        WrittenFingerprints written = new WrittenFingerprints(2);
        for (long fingerprint : new long[] {7, 8, 9, 9}) {
            assertThat(written.number(fingerprint)).isZero();
        }
        assertThat(written.number(7)).isEqualTo(1);
        assertThat(written.number(8)).isEqualTo(2);
    }
}

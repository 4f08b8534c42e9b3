package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
        MinuteWindow window = new MinuteWindow(1);
        window.add(0, 1_999, 7);

        assertThat(window.sum(0, 60_999)).isEqualTo(7);
        assertThat(window.sum(0, 61_000)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithASumOverAllAmounts(long seed) {
        Random random = new Random(seed);
        MinuteWindow window = new MinuteWindow(1);
        List<Amount> amounts = new ArrayList<>();
        long time = 1_000_000;
        for (int number = 0; number < 3_000; number++) {
            time += random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(1_500);
            Amount amount = new Amount(time, random.nextInt(5));
            amounts.add(amount);
            window.add(0, time, amount.amount());

            assertThat(window.sum(0, time))
                    .as("seed %d, number %d", seed, number)
                    .isEqualTo(sum(amounts, time));
        }
    }

    @Test
    void aCorrectionCountsWhereItsSecondStillDoes() {
        MinuteWindow window = new MinuteWindow(1);
        window.add(0, 1_000, 5);
        window.add(0, 40_000, 5);
        window.correct(0, 1_500, -3);
        window.correct(0, 40_000, 10);
        window.correct(0, 20_000, 100);

        assertThat(window.sum(0, 50_000)).isEqualTo(17);
        assertThat(window.sum(0, 70_000)).isEqualTo(15);
    }

    @Test
    void hugeAmountsDoNotOverflow() {
        MinuteWindow window = new MinuteWindow(1);
        for (int second = 0; second < 100; second++) {
            window.add(0, second * 1_000L, Long.MAX_VALUE);
            window.add(0, second * 1_000L, Long.MAX_VALUE);
            assertThat(window.sum(0, second * 1_000L)).isPositive();
        }
        assertThat(window.sum(0, 200_000)).isZero();
    }

    /** Whatever one kind adds, the others are what they are alone, and so are their bytes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void kindsInOneWindowAreAsInWindowsOfTheirOwn(long seed) throws IOException {
        Random random = new Random(seed);
        MinuteWindow together = new MinuteWindow(2);
        List<MinuteWindow> alone = List.of(new MinuteWindow(1), new MinuteWindow(1));
        long time = 1_000_000;
        for (int number = 0; number < 2_000; number++) {
            time += random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(1_500);
            int kind = random.nextInt(2);
            long amount = random.nextInt(3);
            long earlier = time - random.nextInt(5_000);
            together.add(kind, time, amount);
            alone.get(kind).add(0, time, amount);
            together.correct(kind, earlier, -amount);
            alone.get(kind).correct(0, earlier, -amount);
            together = random.nextInt(10) == 0 ? copy(together) : together;
            for (int each = 0; each < 2; each++) {
                assertThat(together.sum(each, time)).isEqualTo(alone.get(each).sum(0, time));
                assertThat(bytes(together, each)).isEqualTo(bytes(alone.get(each), 0));
            }
        }
    }

    private static MinuteWindow copy(MinuteWindow window) throws IOException {
        MinuteWindow copy = new MinuteWindow(2);
        for (int kind = 1; kind >= 0; kind--) {
            DataInput bytes = new DataInputStream(new ByteArrayInputStream(bytes(window, kind)));
            copy.read(kind, new FoldInput(bytes, 2));
        }
        return copy;
    }

    private static byte[] bytes(MinuteWindow window, int kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        window.write(kind, new FoldOutput(new DataOutputStream(bytes)));
        return bytes.toByteArray();
    }

    private static long sum(List<Amount> amounts, long time) {
        return amounts.stream()
                .filter(amount -> amount.time() / 1_000 > time / 1_000 - MinuteWindow.SECONDS)
                .mapToLong(Amount::amount)
                .sum();
    }
}

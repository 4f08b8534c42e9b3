package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
    @Test
    void caseSpaceAndPunctuationDoNotCount() {
        assertThat(Sketch.of("I will check the invoice, again."))
                .isEqualTo(Sketch.of("i will\n check the INVOICE again"));
    }

    @Test
    void theMoreTextsShareTheNearerTheirSketches() {
        assertThat(meanDifference(0)).isZero();
        assertThat(meanDifference(1)).isBetween(0.5, 5.0);
        assertThat(meanDifference(20)).isBetween(8.0, 20.0);
        assertThat(meanDifference(300)).isBetween(28.0, 36.0);
    }

    @Test
    void otherTextsAreFar() {
        List<String> texts = List.of(
                "I will look into the file now",
                "I will look into the folder now",
                "Let us call the payment service and ask for the status of the invoice",
                "The tests fail because the parser does not know the new key",
                "yes",
                "no",
                "maybe not",
                "not maybe",
                "",
                "!",
                "?",
                "完了しました",
                "完了しません");
        for (String one : texts) {
            for (String other : texts) {
                assertThat(Sketch.areNear(Sketch.of(one), Sketch.of(other)))
                        .as("%s / %s", one, other)
                        .isEqualTo(one.equals(other));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 65, 1_000, 32_768})
    void eachBitIsTheMajorityAmongTheFeatures(int features) {
        Random random = new Random(features);
        Sketch sketch = new Sketch();
        int[] ones = new int[Long.SIZE];
        for (int feature = 0; feature < features; feature++) {
            long bits = random.nextLong();
            sketch.add(bits);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                ones[bit] += (int) (bits >>> bit & 1);
            }
        }
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertThat(sketch.majority() >>> bit & 1).isEqualTo(ones[bit] > features / 2 ? 1 : 0);
        }
    }

    @Test
    void aLongTextIsReadUpToABound() {
        String begin = "word ".repeat(10_000);

        assertThat(Sketch.of(begin + "tail")).isEqualTo(Sketch.of(begin + "another tail"));
    }

    /** Over 50 texts of 300 words, in each of which some words are changed. */
    private static double meanDifference(int changed) {
        Random random = new Random(changed);
        long bits = 0;
        for (int number = 0; number < 50; number++) {
            List<String> words = words(random);
            long before = Sketch.of(String.join(" ", words));
            List<Integer> places = IntStream.range(0, words.size()).boxed().collect(Collectors.toList());
            Collections.shuffle(places, random);
            places.subList(0, changed).forEach(place -> words.set(place, "changed" + place));
            bits += Long.bitCount(before ^ Sketch.of(String.join(" ", words)));
        }
        return bits / 50.0;
    }

    private static List<String> words(Random random) {
        return IntStream.range(0, 300)
                .mapToObj(word -> "word" + random.nextInt(1_000))
                .collect(Collectors.toList());
    }
}

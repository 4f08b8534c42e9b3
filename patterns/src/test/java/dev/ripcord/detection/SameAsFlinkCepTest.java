package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a definition means is what stock flink-cep would match: here both are asked, thousands of times. */
class SameAsFlinkCepTest {
    private static final int PATTERNS = Integer.getInteger("patterns", 3_000);
    private static final int STEPS = Integer.getInteger("steps", 30);
    /** Combinations grow exponentially: the rest of such a log is left out. */
    private static final int TOO_MANY = 150;

    private static final DetectionLimits NO_LIMITS = new DetectionLimits(Integer.MAX_VALUE, Integer.MAX_VALUE - 1);

    @Test
    void theSameMatchesInTheSameOrderAsFlinkCepOwnNfa() throws Exception {
        long seed = Long.getLong("seed", 20260101L);
        int matches = 0;
        for (int number = 0; number < PATTERNS; number++) {
            matches += compare(seed + number);
        }
        assertThat(matches).as("matches compared").isGreaterThan(10 * PATTERNS);
        System.out.println(matches);
    }

    private static int compare(long seed) throws Exception {
        Random random = new Random(seed);
        RandomPattern.Drawn drawn = RandomPattern.draw(random);
        List<Step> log = RandomSteps.draw(random, STEPS);
        PartialMatches partial = PartialMatches.of(drawn.compiled());
        int matches = 0;
        try (StockNfa stock = new StockNfa(drawn.pattern())) {
            for (Step step : log) {
                var expected = stock.after(step);
                var found = partial.after(step, drawn.compiled(), NO_LIMITS).completed().stream()
                        .map(SameAsFlinkCepTest::byElement)
                        .toList();
                assertThat(found)
                        .as("seed %d, pattern %s, after %s of %s", seed, drawn.text(), step, log)
                        .isEqualTo(expected);
                matches += found.size();
                if (stock.partialMatches() > TOO_MANY) {
                    break;
                }
            }
        }
        return matches;
    }

    private static Map<String, List<Step>> byElement(TakenStep match) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        match.inOrder()
                .forEach(taken -> steps.computeIfAbsent(taken.element(), element -> new ArrayList<>())
                        .add(taken.step()));
        return steps;
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopFactTest {
    @Test
    void theSameStepAgainIsACycleOfOne() {
        assertThat(after("aa")).isEqualTo(new Cycle(1, 2, 2));
        assertThat(after("aaaaa")).isEqualTo(new Cycle(1, 5, 5));
    }

    @Test
    void alternationIsACycleOfTwo() {
        assertThat(after("aba")).isEqualTo(Cycle.NONE);
        assertThat(after("xabab")).isEqualTo(new Cycle(2, 2, 4));
        assertThat(after("ababa")).isEqualTo(new Cycle(2, 2, 5));
        assertThat(after("ababab")).isEqualTo(new Cycle(2, 3, 6));
    }

    @Test
    void theShortestCycleIsChosen() {
        assertThat(after("abcabcc")).isEqualTo(new Cycle(1, 2, 2));
    }

    @Test
    void anotherStepEndsTheCycle() {
        assertThat(after("ababx")).isEqualTo(Cycle.NONE);
    }

    @Test
    void sixteenIsTheLongestCycle() {
        assertThat(after("abcdefghijklmnopabcdefghijklmnop")).isEqualTo(new Cycle(16, 2, 32));
        assertThat(after("abcdefghijklmnopqabcdefghijklmnopq")).isEqualTo(Cycle.NONE);
    }

    @Test
    void noCycleGoesOnThroughAStepThatNothingIsKnownOf() {
        LoopFact loop = new LoopFact();
        loop.after('a');
        loop.interrupt();
        loop.after('a');

        assertThat(cycle(loop)).isEqualTo(Cycle.NONE);
    }

    /** Few letters, and now and then a stretch repeated, so that cycles of all periods come up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithADirectSearch(long seed) {
        Random random = new Random(seed);
        LoopFact loop = new LoopFact();
        List<Long> steps = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            int period = 1 + random.nextInt(18);
            boolean repeat = steps.size() >= period && random.nextInt(8) > 0;
            steps.add(
                    repeat
                            ? steps.get(steps.size() - lastPeriod(random, steps, period))
                            : 1 + random.nextInt(random.nextInt(9) == 0 ? 100 : 3));
            after(loop, steps);

            assertThat(cycle(loop)).as("seed %d, step %d", seed, number).isEqualTo(searched(steps));
        }
    }

    /** A step that is new may be said to be. */
    private static void after(LoopFact loop, List<Long> steps) {
        long step = steps.get(steps.size() - 1);
        int latest = Math.max(0, steps.size() - 1 - LoopFact.MAX_PERIOD);
        if (steps.subList(latest, steps.size() - 1).contains(step)) {
            loop.after(step);
        } else {
            loop.afterNew(step);
        }
    }

    @Test
    void theRoundsOfALongCycleAreToldWhereAShorterOneHidesIt() {
        LoopFact loop = new LoopFact();
        "AABAABAABAA".chars().forEach(loop::after);

        assertThat(loop.period()).isEqualTo(1);
        assertThat(EightCounts.list(loop.rounds())).containsExactly(2L, 1L, 3L, 1L, 1L, 1L, 1L, 1L);
    }

    @Test
    void roundsBeyondAByteStayAtItsMost() {
        LoopFact loop = new LoopFact();
        for (int step = 0; step < 1_000; step++) {
            loop.after('A');
        }

        assertThat(EightCounts.list(loop.rounds())).startsWith(255L, 255L, 255L, 250L, 200L);
    }

    /** Keeps to one period for a while: it is drawn from the number of the stretch. */
    private static int lastPeriod(Random random, List<Long> steps, int drawn) {
        int stretch = 1 + steps.size() / 90 * 7 % 17;
        return random.nextInt(50) > 0 ? Math.min(stretch, steps.size()) : drawn;
    }

    /** The definition itself: the smallest period of which the latest steps are at least two rounds. */
    private static Cycle searched(List<Long> steps) {
        for (int period = 1; period <= LoopFact.MAX_PERIOD; period++) {
            int length = period;
            while (length < steps.size()
                    && steps.get(steps.size() - 1 - length + period).equals(steps.get(steps.size() - 1 - length))) {
                length++;
            }
            if (length >= 2 * period && steps.size() >= 2 * period) {
                return new Cycle(period, length / period, length);
            }
        }
        return Cycle.NONE;
    }

    private static Cycle after(String steps) {
        LoopFact loop = new LoopFact();
        steps.chars().forEach(loop::after);
        return cycle(loop);
    }

    private static Cycle cycle(LoopFact loop) {
        return new Cycle(loop.period(), loop.repeats(), loop.length());
    }

    private record Cycle(long period, long repeats, long length) {
        static final Cycle NONE = new Cycle(0, 1, 0);
    }
}

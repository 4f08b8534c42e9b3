package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.StructureReading;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is counted as partial matches come and go is what they hold: drawn, with the seed told on failure. */
class HeldStepsTest {
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final int DEFINITIONS = 400;
    private static final int STEPS = 40;
    private static final DetectionLimits LOW = new DetectionLimits(
            DetectionLimits.DEFAULT.fold(), DetectionLimits.DEFAULT.endedGrace(), 6, 20, Long.MAX_VALUE);

    @Test
    void theCountIsWhatAllPartialMatchesHoldTogether() {
        long most = 0;
        for (int number = 0; number < DEFINITIONS; number++) {
            Random random = new Random(SEED + number);
            StructureReading read = StructureReading.of(RandomDefinition.text(random));
            if (!read.faults().isEmpty()) {
                continue;
            }
            Definition definition = read.definition();
            Clauses clauses = DrawnClauses.of(definition);
            EffectiveParameters parameters =
                    new EffectiveParameters(definition, definition.parameters(Map.of()), "default");
            if (PatternCompiler.compile(definition, clauses, parameters) instanceof Compilation.Done done) {
                most = Math.max(most, compared(done.pattern(), random, "seed " + (SEED + number)));
            }
        }
        assertThat(most).as("most bytes held").isGreaterThan(20 * 128);
    }

    /** Two sets of partial matches of one session share its steps. */
    private static long compared(CompiledPattern pattern, Random random, String about) {
        HeldSteps held = new HeldSteps();
        PartialMatches one = PartialMatches.of(pattern, held);
        PartialMatches other = PartialMatches.of(pattern, held);
        StateWalk walk = new StateWalk();
        long most = 0;
        for (Step step : RandomSteps.draw(random, STEPS)) {
            walk.begin(step);
            one.after(step, walk, LOW);
            if (random.nextBoolean()) {
                other.after(step, walk, LOW);
            }
            assertThat(held.bytes()).as("%s, after %s", about, step).isEqualTo(recounted(one, other));
            most = Math.max(most, held.bytes());
        }
        one.release(held);
        other.release(held);
        assertThat(held.bytes()).as(about).isZero();
        return most;
    }

    private static long recounted(PartialMatches... all) {
        Set<TakenStep> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<KeptStep> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PartialMatches matches : all) {
            for (TakenStep latest : matches.latest()) {
                for (TakenStep step = latest; step != null; step = step.before()) {
                    taken.add(step);
                    kept.add(step.kept());
                }
            }
        }
        return 6L * taken.size() + kept.stream().mapToInt(KeptStep::bytes).sum();
    }
}

package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import dev.ripcord.pattern.StructureReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;

/** An element's {@code within}, which counts from the step taken before, and flink-cep's windows that do so too. */
class WithinPreviousTest {
    private static final long SEED = Long.getLong("seed", 20_260_301L);
    private static final int DEFINITIONS = 600;
    private static final int STEPS = 30;

    /** A definition that was drawn, with a {@code within} in one of its elements. */
    private record Drawn(Definition definition, Pattern<Step, Step> pattern, CompiledPattern compiled, String about) {}

    @Test
    void noStepOfAMatchComesLaterThanItsElementAllows() {
        int bounded = 0;
        for (int number = 0; number < DEFINITIONS; number++) {
            Random random = new Random(SEED + number);
            Drawn drawn = draw(random, number);
            Map<String, Long> within = within(drawn.definition());
            for (List<TakenStep> matches : found(drawn.compiled(), RandomSteps.draw(random, STEPS))) {
                for (TakenStep match : matches) {
                    bounded += bounded(match, within, drawn.about());
                }
            }
        }
        assertThat(bounded).isGreaterThan(DEFINITIONS);
    }

    @Test
    void whereFlinkForgetsWhatHasWaitedTooLongNoMatchIsLost() throws Exception {
        for (int number = 0; number < DEFINITIONS; number++) {
            Random random = new Random(SEED + number);
            Drawn drawn = draw(random, number);
            List<Step> log = RandomSteps.draw(random, STEPS);
            List<List<TakenStep>> found = found(drawn.compiled(), log);
            try (StockNfa unforgetful = StockNfa.withoutWindowsAfterPrevious(drawn.pattern())) {
                for (int index = 0;
                        index < log.size() && unforgetful.partialMatches() <= Comparison.TOO_MANY;
                        index++) {
                    assertThat(unforgetful.after(log.get(index)))
                            .as(drawn.about())
                            .containsExactlyInAnyOrderElementsOf(found.get(index).stream()
                                    .map(Comparison::byElement)
                                    .toList());
                }
            }
        }
    }

    @Test
    void whatWaitsForASingleStepIsForgottenWhenItsTimeIsOver() {
        CompiledPattern compiled = CompiledPattern.of(begin("a")
                .followedBy("b")
                .where(is("b"))
                .within(Duration.ofMillis(3), WithinType.PREVIOUS_AND_CURRENT)
                .within(Duration.ofDays(1)));
        PartialMatches matches = PartialMatches.of(compiled, new HeldSteps());
        StateWalk walk = new StateWalk();
        Comparison.completed(step(0, 0, "a"), compiled, matches, walk);
        Comparison.completed(step(1, 2, "c"), compiled, matches, walk);
        assertThat(matches.begun()).isEqualTo(1);
        Comparison.completed(step(2, 3, "c"), compiled, matches, walk);
        assertThat(matches.begun()).isZero();
    }

    /** Why a definition does not mean flink-cep's windows: these finds all come later than the window says. */
    @Test
    void flinksOwnWindowsDoNotHoldForEveryStep() throws Exception {
        Duration window = Duration.ofMillis(3);
        Pattern<Step, ?> repeated = begin("a").times(2, window);
        Pattern<Step, ?> afterOptional = begin("a")
                .followedBy("o")
                .where(is("o"))
                .optional()
                .followedBy("b")
                .where(is("b"))
                .within(window, WithinType.PREVIOUS_AND_CURRENT);
        Pattern<Step, ?> afterLoop =
                begin("a").oneOrMore().followedBy("b").where(is("b")).within(window, WithinType.PREVIOUS_AND_CURRENT);
        assertThat(last(repeated, step(0, 0, "a"), step(1, 9, "a"))).hasSize(1);
        assertThat(last(afterOptional, step(0, 0, "a"), step(1, 9, "b"))).hasSize(1);
        assertThat(last(afterLoop, step(0, 0, "a"), step(1, 9, "b"))).hasSize(1);
    }

    /** And here the match is lost that does without the element whose time is over. */
    @Test
    void flinksOwnWindowOnAnOptionalElementEndsTheWholeMatch() throws Exception {
        Pattern<Step, ?> optional = begin("a")
                .followedBy("o")
                .where(is("o"))
                .optional()
                .within(Duration.ofMillis(3), WithinType.PREVIOUS_AND_CURRENT)
                .followedBy("b")
                .where(is("b"));
        assertThat(last(optional, step(0, 0, "a"), step(1, 9, "b"))).isEmpty();
    }

    private static Drawn draw(Random random, int number) {
        while (true) {
            StructureReading read = StructureReading.of(RandomDefinition.text(random));
            if (read.faults().isEmpty() && !within(read.definition()).isEmpty()) {
                Definition definition = read.definition();
                Clauses clauses = DrawnClauses.of(definition);
                EffectiveParameters parameters =
                        new EffectiveParameters(definition, definition.parameters(Map.of()), "default");
                Pattern<Step, Step> pattern = PatternCompiler.pattern(definition, clauses, parameters);
                String about = "seed " + (SEED + number) + ", sequence " + definition.sequence();
                return new Drawn(definition, pattern, CompiledPattern.of(pattern), about);
            }
        }
    }

    private static Map<String, Long> within(Definition definition) {
        Map<String, Long> millis = new HashMap<>();
        definition.sequence().stream()
                .flatMap(Clauses::flat)
                .forEach((Element element) -> element.within()
                        .map(within -> within.resolve(definition.parameters(Map.of())))
                        .ifPresent(within -> millis.put(element.name(), within.toMillis())));
        return millis;
    }

    /** @return how many steps of the match there were to check */
    private static int bounded(TakenStep match, Map<String, Long> within, String about) {
        int bounded = 0;
        for (TakenStep taken = match; taken.before() != null; taken = taken.before()) {
            if (within.containsKey(taken.element())) {
                assertThat(taken.step().time() - taken.before().step().time())
                        .as("%s, %s", about, match)
                        .isLessThan(within.get(taken.element()));
                bounded++;
            }
        }
        return bounded;
    }

    /** @return the matches after each step, until there is too much under way */
    private static List<List<TakenStep>> found(CompiledPattern compiled, List<Step> log) {
        PartialMatches partial = PartialMatches.of(compiled, new HeldSteps());
        StateWalk walk = new StateWalk();
        List<List<TakenStep>> found = new ArrayList<>();
        for (Step step : log) {
            found.add(partial.begun() > 1_000 ? List.of() : Comparison.completed(step, compiled, partial, walk));
        }
        return found;
    }

    private static List<Map<String, List<Step>>> last(Pattern<Step, ?> pattern, Step... log) throws Exception {
        try (StockNfa stock = new StockNfa(pattern)) {
            List<Map<String, List<Step>>> matches = List.of();
            for (Step step : log) {
                matches = stock.after(step);
            }
            return matches.stream()
                    .filter(match ->
                            match.values().stream().mapToInt(List::size).sum() == log.length)
                    .toList();
        }
    }

    private static Pattern<Step, Step> begin(String type) {
        return Pattern.<Step>begin(type).where(is(type));
    }

    private static SimpleCondition<Step> is(String type) {
        return SimpleCondition.of(step -> step.event().type().equals(type));
    }

    private static Step step(long offset, long millis, String type) {
        return RandomSteps.step(offset, 1_000 + millis, type, "t");
    }
}

package dev.ripcord.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.condition.Parameters;
import dev.ripcord.event.Payload;
import dev.ripcord.fact.FactValues;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepEvent;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is kept by key matches what flink-cep matches, and what must not be kept by key is not. Another seed or more
 * definitions: {@code -Dtest.jvm.flags="-Dseed=7 -Ddefinitions=10000"}.
 */
class KeyedMatchesTest {
    private static final long SEED = Long.getLong("seed", 20_260_101L);
    private static final int DEFINITIONS = Integer.getInteger("definitions", 400);
    private static final int LOGS = 5;
    private static final int STEPS = 50;
    private static final String[] CONSTRUCTS = {
        "\"same\"",
        "\"not\"",
        "\"group\"",
        "\"times\":2",
        "\"times\":3",
        "ms",
        "within: 1d",
        "event.model != e",
        "agent"
    };
    private static final DetectionLimits LOW = new DetectionLimits(
            DetectionLimits.DEFAULT.fold(), DetectionLimits.DEFAULT.endedGrace(), 3, 5, Long.MAX_VALUE);

    @Test
    void theSameMatchesInTheSameOrderAsFlinkCep() throws Exception {
        Map<String, Integer> matched = new TreeMap<>();
        for (int number = 0; number < DEFINITIONS; number++) {
            Random random = new Random(SEED + number);
            Definition definition = RandomKeyed.draw(random);
            Clauses clauses = Clauses.of(definition);
            CompiledPattern compiled = compiled(definition, clauses);
            Pattern<Step, ?> pattern = PatternCompiler.pattern(definition, clauses, parameters(definition));
            String about = "seed " + (SEED + number) + ", " + definition.source();
            assertThat(compiled.chain()).as(about).isPresent();
            for (int log = 0; log < LOGS; log++) {
                int matches = Comparison.of(pattern, compiled, steps(random), about);
                for (String construct : CONSTRUCTS) {
                    matched.merge(construct, definition.source().contains(construct) ? matches : 0, Integer::sum);
                }
            }
        }
        assertThat(matched)
                .as("matches by construct")
                .allSatisfy((construct, matches) ->
                        assertThat(matches).as(construct).isGreaterThan(LOGS * DEFINITIONS / 4));
    }

    /** The same definitions, with limits so low that many partial matches are dropped. */
    @Test
    void whatIsDroppedAndWhatCompletesIsTheSameInTheQueueOfOthers() {
        int dropped = 0;
        for (int number = 0; number < DEFINITIONS / 3; number++) {
            Random random = new Random(SEED + number);
            Definition definition = RandomKeyed.draw(random);
            CompiledPattern compiled = compiled(definition, Clauses.of(definition));
            PartialMatches keyed = PartialMatches.of(compiled, new HeldSteps());
            PartialMatches queued = new QueuedMatches(compiled, new HeldSteps());
            for (Step step : stepsWithTools(random)) {
                PartialMatches.Outcome outcome = after(step, keyed, LOW);
                assertThat(outcome.toString())
                        .as("seed %d, after %s", SEED + number, step)
                        .isEqualTo(after(step, queued, LOW).toString());
                dropped += outcome.tooLong() + outcome.tooMany();
            }
        }
        assertThat(dropped).as("dropped").isGreaterThan(DEFINITIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{name: a, times: 4, same: [event.tool]}]",
                "[{name: a}, {name: b, same: [event.tool]}]",
                "[{name: a}, {name: b, same: [event.agent, event.tool]}, {name: c, same: [event.tool], times: 2}]",
                "[{name: a}, {name: n, where: error.is, not: true, same: [event.tool]}, {name: b, same: [event.tool]}]",
                "[{name: g, times: 3, group: [{name: a, same: [event.tool]}, {name: b, same: [event.tool]}]}]",
                "[{name: a, times: 4, same: [call.count]}]",
                "[{name: a, where: \"event.type == 'a'\"},"
                        + " {name: b, where: \"event.type == 'b' && event.model != a.event.model\", same: [event.tool]}]",
            })
    void isKeptByKey(String sequence) {
        assertThat(compiled(sequence).chain()).isPresent();
        assertThat(PartialMatches.of(compiled(sequence), new HeldSteps())).isInstanceOf(KeyedMatches.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Over with its first step: there are no partial matches.
                "[{name: a, where: event.agent != 'nobody'}]",
                // One element does not compare, or another path.
                "[{name: a, times: 4}]",
                "[{name: a}, {name: b, same: [event.tool]}, {name: c}]",
                "[{name: a}, {name: b, same: [event.tool]}, {name: c, same: [event.agent]}]",
                "[{name: a, times: 2}, {name: b, same: [event.tool]}]",
                // A negated element that any step can meet.
                "[{name: a}, {name: n, where: error.is, not: true}, {name: b, same: [event.tool]}]",
                // A step of another key ends the match.
                "[{name: a}, {name: b, same: [event.tool], contiguity: strict}]",
                "[{name: a, times: 3, between: strict, same: [event.tool]}]",
                "[{name: a}, {name: n, where: error.is, not: true, contiguity: strict, same: [event.tool]},"
                        + " {name: b, same: [event.tool]}]",
                // A match can become two.
                "[{name: a, times: 2.., same: [event.tool]}]",
                "[{name: a, times: 1..3, same: [event.tool]}, {name: b, same: [event.tool]}]",
                "[{name: a, times: 1..3, greedy: true, same: [event.tool]}, {name: b, same: [event.tool]}]",
                "[{name: a}, {name: b, optional: true, same: [event.tool]}, {name: c, same: [event.tool]}]",
                "[{name: a, optional: true}, {name: b, same: [event.tool]}, {name: c, same: [event.tool]}]",
                "[{name: a}, {name: g, optional: true, group: [{name: b, same: [event.tool]}]},"
                        + " {name: c, same: [event.tool]}]",
                "[{name: g, times: 1..2, group: [{name: a, same: [event.tool]}, {name: b, same: [event.tool]}]}]",
                "[{name: a, times: 1.., until: error.is, same: [event.tool]}, {name: b, same: [event.tool]}]",
            })
    void takesTheGeneralWay(String sequence) {
        assertThat(compiled(sequence).chain()).isEmpty();
        assertThat(PartialMatches.of(compiled(sequence), new HeldSteps())).isInstanceOf(QueuedMatches.class);
    }

    @Test
    void aMatchThatBeganWithoutAKeyIsNotKept() {
        HeldSteps held = new HeldSteps();
        PartialMatches matches = PartialMatches.of(compiled("[{name: a, times: 2, same: [event.tool]}]"), held);
        assertThat(after(step(0, 0, "a", null, "m"), matches, DetectionLimits.DEFAULT)
                        .completed())
                .isEmpty();
        assertThat(after(step(1, 0, "a", null, "m"), matches, DetectionLimits.DEFAULT)
                        .completed())
                .isEmpty();
        assertThat(matches.begun()).isZero();
        assertThat(held.bytes()).isZero();
    }

    private static PartialMatches.Outcome after(Step step, PartialMatches matches, DetectionLimits limits) {
        StateWalk walk = new StateWalk();
        walk.begin(step);
        return matches.after(step, walk, limits);
    }

    private static CompiledPattern compiled(String sequence) {
        Definition definition = Definitions.definition("keyed", "sequence: " + sequence, "within: 1h");
        return compiled(definition, Clauses.of(definition));
    }

    private static CompiledPattern compiled(Definition definition, Clauses clauses) {
        Compilation compilation = PatternCompiler.compile(definition, clauses, parameters(definition));
        assertThat(compilation).isInstanceOf(Compilation.Done.class);
        return ((Compilation.Done) compilation).pattern();
    }

    private static EffectiveParameters parameters(Definition definition) {
        return new EffectiveParameters(definition, Parameters.NONE, "default");
    }

    /** Few tools, so that matches complete, and now and then none at all; equal times now and then. */
    private static List<Step> steps(Random random) {
        return steps(random, true);
    }

    private static List<Step> stepsWithTools(Random random) {
        return steps(random, false);
    }

    private static List<Step> steps(Random random, boolean someWithoutTool) {
        List<Step> steps = new ArrayList<>();
        long time = 1_000;
        for (int offset = 0; offset < STEPS; offset++) {
            time += random.nextInt(2) == 0 ? 0 : random.nextInt(3);
            String tool = someWithoutTool && random.nextInt(8) == 0 ? null : "t" + random.nextInt(4);
            String type = RandomSteps.TYPES[random.nextInt(RandomSteps.TYPES.length)];
            steps.add(step(offset, time, type, tool, random.nextBoolean() ? "m" : "n"));
        }
        return steps;
    }

    private static Step step(long offset, long time, String type, String tool, String model) {
        StepEvent event = new StepEvent(type, "agent", tool, null, model, null, null, null, null, null);
        return new Step(new Position(0, offset), time, time, event, new FactValues(), Payload.EMPTY);
    }
}

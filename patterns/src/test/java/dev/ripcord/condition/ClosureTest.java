package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.matched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A closure is there for speed alone: with it and by CEL alone, every clause says the same of every step. */
class ClosureTest {
    private static final int CLAUSES = 250;
    private static final int STEPS = 60;
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of(
                    "times", ParameterType.INT,
                    "ratio", ParameterType.DOUBLE,
                    "window", ParameterType.DURATION,
                    "strict", ParameterType.BOOL,
                    "tool", ParameterType.STRING),
            Set.of("first"));

    private record Question(Step step, MatchedSteps earlier, Parameters parameters) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20260101, 77, 4711, 123456789})
    void changesNoAnswer(long seed) {
        Random random = new Random(seed);
        RandomClause clauses = new RandomClause(random);
        List<Question> questions = questions(random);
        int compiled = 0;
        int held = 0;
        for (int i = 0; i < CLAUSES; i++) {
            String clause = clauses.draw(random.nextInt(4));
            if (ConditionCompiler.condition(clause, SCOPE) instanceof Compiled.Done<Condition> done) {
                compiled++;
                held += sameAnswers(clause, (CelCondition) done.value(), questions, seed);
            }
        }
        assertThat(compiled).as("clauses that compiled, seed " + seed).isGreaterThan(CLAUSES / 2);
        assertThat(held).as("answers that were yes, seed " + seed).isGreaterThan(compiled * STEPS / 10);
    }

    private static int sameAnswers(String clause, CelCondition compiled, List<Question> questions, long seed) {
        Condition plain = compiled.byCelAlone();
        Hurdle lowest =
                compiled.hurdle(questions.stream().map(Question::parameters).toList());
        int held = 0;
        for (Question asked : questions) {
            boolean holds = plain.holds(asked.step(), asked.earlier(), asked.parameters());
            assertThat(compiled.holds(asked.step(), asked.earlier(), asked.parameters()))
                    .as("seed %d: %s for %s", seed, clause, asked)
                    .isEqualTo(holds);
            if (holds) {
                held++;
                assertThat(compiled.needs())
                        .as("seed %d: %s for %s", seed, clause, asked)
                        .allMatch(asked.step().facts()::has);
                assertThat(List.of(lowest, compiled.hurdle(List.of(asked.parameters()))))
                        .as("seed %d: %s for %s", seed, clause, asked)
                        .allMatch(hurdle -> hurdle.isPassed(asked.step().facts()));
                compiled.eventTypes()
                        .ifPresent(types -> assertThat(types)
                                .as("seed %d: %s", seed, clause)
                                .contains(asked.step().event().type()));
            }
        }
        return held;
    }

    @Test
    void celIsNotAskedAboutComparedNames() {
        CelCondition condition = (CelCondition)
                Clauses.condition("event.type == 'tool_response' && !(outcome.count < params.times)", SCOPE);
        Parameters parameters = new Parameters(Map.of("times", 4L));

        for (GivenStep step : List.of(
                GivenStep.a("tool_response").with("outcome.count", 4),
                GivenStep.a("tool_response").with("outcome.count", 3),
                GivenStep.a("tool_response"),
                GivenStep.a("message").with("outcome.count", 4))) {
            assertThat(condition.asksCel(step.step(), parameters)).isFalse();
        }
    }

    @Test
    void celIsAskedAboutThePayloadUnlessTheRestSettlesIt() {
        CelCondition condition =
                (CelCondition) Clauses.condition("event.type == 'message' && event.payload.x > 1", SCOPE);

        assertThat(condition.asksCel(GivenStep.a("message").step(), Parameters.NONE))
                .isTrue();
        assertThat(condition.asksCel(GivenStep.a("routing").step(), Parameters.NONE))
                .isFalse();
    }

    @Test
    void knowsTheFactsThatItCannotHoldWithout() {
        assertThat(needs("cost.step >= 0.5 && (state.visits > 2 || call.count > 1)"))
                .containsExactly(Fact.COST_STEP);
        assertThat(needs("!(error.is || call.count < 3)")).containsExactlyInAnyOrder(Fact.ERROR_IS, Fact.CALL_COUNT);
        assertThat(needs("first.call.count < call.count")).containsExactly(Fact.CALL_COUNT);
        assertThat(needs("!has(call.count) || event.payload.x > 1")).isEmpty();
    }

    private static Set<Fact> needs(String clause) {
        return Clauses.condition(clause, SCOPE).needs();
    }

    private static List<Question> questions(Random random) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            Step step = step(random);
            MatchedSteps earlier = random.nextInt(4) == 0 ? MatchedSteps.NONE : matched(Map.of("first", step(random)));
            questions.add(new Question(step, earlier, parameters(random)));
        }
        return questions;
    }

    private static Step step(Random random) {
        GivenStep step = GivenStep.a(random.nextBoolean() ? "a" : "b");
        if (random.nextBoolean()) {
            step.of(random.nextBoolean() ? "a" : "b");
        }
        if (random.nextBoolean()) {
            step.carrying("{'x': " + random.nextInt(4) + "}");
        }
        long huge = (1L << 53) + 1;
        maybe(random, step, "outcome.count", random.nextInt(6));
        maybe(random, step, "call.count", random.nextInt(8) == 0 ? huge : random.nextInt(6));
        maybe(random, step, "session.steps", 3);
        maybe(random, step, "cost.ratio", random.nextInt(8) == 0 ? Double.NaN : random.nextInt(10) / 2.0);
        maybe(random, step, "cost.session", random.nextInt(10) / 2.0);
        maybe(random, step, "outcome.span", random.nextInt(3) * 5 + "s");
        maybe(random, step, "error.is", random.nextBoolean());
        maybe(random, step, "error.hidden", random.nextBoolean());
        return step.step();
    }

    private static void maybe(Random random, GivenStep step, String fact, Object value) {
        if (random.nextInt(3) > 0) {
            step.with(fact, value);
        }
    }

    private static Parameters parameters(Random random) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "times",
                (long) random.nextInt(6),
                "ratio",
                random.nextBoolean() ? (Object) 2.5 : (Object) 2L,
                "window",
                Duration.ofSeconds(random.nextInt(3) * 5),
                "strict",
                random.nextBoolean(),
                "tool",
                "a"));
        if (random.nextInt(4) == 0) {
            values.keySet().remove("times");
        }
        return new Parameters(values);
    }
}

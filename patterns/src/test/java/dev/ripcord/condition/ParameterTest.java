package dev.ripcord.condition;

import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of(
                    "times", ParameterType.INT,
                    "ratio", ParameterType.DOUBLE,
                    "window", ParameterType.DURATION,
                    "strict", ParameterType.BOOL,
                    "tool", ParameterType.STRING),
            Set.of());

    private static final Map<String, Object> VALUES =
            Map.of("times", 4L, "ratio", 2.5, "window", Duration.ofMinutes(10), "strict", true, "tool", "search");

    private final Step step = a("tool_response")
            .of("search")
            .with("outcome.count", 4)
            .with("outcome.span", "90s")
            .with("cost.ratio", 3)
            .step();

    private boolean holds(String clause, Map<String, Object> values) {
        return Clauses.condition(clause, SCOPE).holds(step, MatchedSteps.NONE, new Parameters(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome.count >= params.times",
                "cost.ratio > params.ratio",
                "outcome.span <= params.window",
                "params.strict && event.tool == params.tool",
                "outcome.count > params.ratio",
                "params.window == duration('10m')",
                "params.times * 2 > outcome.count",
                "has(params.times)",
            })
    void parametersHaveTheTypesOfTheirDefaults(String clause) {
        assertThat(holds(clause, VALUES)).isTrue();
    }

    @Test
    void tuningTurnsAConditionWithoutCompilingItAgain() {
        Condition often = Clauses.condition("outcome.count >= params.times", SCOPE);

        assertThat(often.holds(step, MatchedSteps.NONE, new Parameters(Map.of("times", 4L))))
                .isTrue();
        assertThat(often.holds(step, MatchedSteps.NONE, new Parameters(Map.of("times", 5L))))
                .isFalse();
    }

    @Test
    void aWholeNumberIsTakenWhereADoubleWasDeclared() {
        assertThat(holds("params.ratio == 3.0 && cost.ratio >= params.ratio", Map.of("ratio", 3L)))
                .isTrue();
    }

    @Test
    void aParameterWithoutValueIsAbsent() {
        assertThat(holds("outcome.count >= params.times", Map.of())).isFalse();
        assertThat(holds("outcome.count >= params.times || outcome.count == 4", Map.of()))
                .isTrue();
    }

    @Test
    void aValueOfTheWrongTypeDoesNotHoldAndDoesNotThrow() {
        assertThat(holds("outcome.count >= params.times", Map.of("times", "four")))
                .isFalse();
    }
}

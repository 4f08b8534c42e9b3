package dev.ripcord.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That no step is refused for which a clause holds, is drawn in {@link ClosureTest}; here, that most others are. */
class HurdleTest {
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of("times", ParameterType.INT, "dollars", ParameterType.DOUBLE, "window", ParameterType.DURATION),
            Set.of("first"));

    @Test
    void aFactThatIsAbsentOrBeyondItsLimitDoesNotPass() {
        Hurdle hurdle = hurdle("event.type == 'tool_response' && outcome.count >= params.times", times(4));

        assertThat(passes(hurdle, GivenStep.a("tool_response"))).isFalse();
        assertThat(passes(hurdle, GivenStep.a("tool_response").with("outcome.count", 3)))
                .isFalse();
        assertThat(passes(hurdle, GivenStep.a("tool_response").with("outcome.count", 4)))
                .isTrue();
    }

    @Test
    void everyKindOfNumberHasItsRange() {
        assertPasses("cost.minute >= params.dollars", "cost.minute", 2.0, 1.9);
        assertPasses("budget.remaining <= 0.0", "budget.remaining", 0.0, 0.1);
        assertPasses("cost.ratio >= 8.0", "cost.ratio", 8.0, 7.99);
        assertPasses("outcome.span <= params.window", "outcome.span", "10s", "11s");
        assertPasses("outcome.span >= duration('1500us')", "outcome.span", "2ms", "1ms");
        assertPasses("stale_loop.period == 2", "stale_loop.period", 2, 3);
        assertPasses("error.is", "error.is", true, false);
        assertPasses("!outcome.is_new", "outcome.is_new", false, true);
    }

    @Test
    void oneOpenWayIsEnough() {
        Hurdle hurdle = hurdle("cost.session >= params.dollars || budget.remaining <= 0.0", times(4));

        assertThat(passes(hurdle, GivenStep.a("message").with("cost.session", 1.0)))
                .isFalse();
        assertThat(passes(hurdle, GivenStep.a("message").with("cost.session", 2.0)))
                .isTrue();
        assertThat(passes(
                        hurdle, GivenStep.a("message").with("cost.session", 1.0).with("budget.remaining", 0.0)))
                .isTrue();
    }

    @Test
    void theLowestOfAllSettingsCounts() {
        Hurdle hurdle = hurdle("outcome.count >= params.times", times(40), times(4), times(9));

        assertThat(passes(hurdle, GivenStep.a("message").with("outcome.count", 4)))
                .isTrue();
        assertThat(passes(hurdle, GivenStep.a("message").with("outcome.count", 3)))
                .isFalse();
    }

    @Test
    void whatIsNotKnownBeforeTheStepIsNoHurdle() {
        for (String clause : new String[] {
            "first.call.count >= 4",
            "event.payload.x > 1",
            "!(call.count >= 4)",
            "call.count >= 4 || event.payload.x > 1",
            "call.count + 1 >= 4"
        }) {
            assertThat(passes(hurdle(clause, times(4)), GivenStep.a("message").with("call.count", 1)))
                    .as(clause)
                    .isTrue();
        }
    }

    private static void assertPasses(String clause, String fact, Object within, Object beyond) {
        Hurdle hurdle = hurdle(clause, times(4));
        assertThat(passes(hurdle, GivenStep.a("message").with(fact, within)))
                .as(clause + " with " + within)
                .isTrue();
        assertThat(passes(hurdle, GivenStep.a("message").with(fact, beyond)))
                .as(clause + " with " + beyond)
                .isFalse();
    }

    private static boolean passes(Hurdle hurdle, GivenStep step) {
        return hurdle.isPassed(step.step().facts());
    }

    private static Hurdle hurdle(String clause, Parameters... settings) {
        return Clauses.condition(clause, SCOPE).hurdle(Arrays.asList(settings));
    }

    private static Parameters times(long times) {
        return new Parameters(Map.of("times", times, "dollars", 2.0, "window", Duration.ofSeconds(10)));
    }
}

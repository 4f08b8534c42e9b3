package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.matched;
import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierStepTest {
    private static final ConditionScope SCOPE = new ConditionScope(Map.of(), Set.of("first", "never"));

    private final Step now =
            a("tool_response").of("search").with("cost.step", 0.5).step();
    private final Step before = a("tool_invocation")
            .of("search")
            .with("call.count", 2)
            .with("cost.step", 0.1)
            .step();

    private boolean holds(String clause) {
        return Clauses.condition(clause, SCOPE).holds(now, matched(Map.of("first", before)), Parameters.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first.event.tool == event.tool",
                "first.event.type == 'tool_invocation' && event.type == 'tool_response'",
                "first.call.count == 2",
                "cost.step > first.cost.step * 4.0",
                "has(first.call.count) && has(first.event.tool) && !has(first.event.model)",
                "!has(never.event.tool) && !has(never.call.count)",
                "never.call.count > 1 || first.call.count > 1",
            })
    void anEarlierStepIsReadByTheNameOfItsElement(String clause) {
        assertThat(holds(clause)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never.event.type == 'tool_invocation'",
                "never.event.type != 'tool_invocation'",
                "never.call.count == 1",
                "first.outcome.count == 1",
                "call.count == 2",
            })
    void whatAnElementDidNotMatchIsAbsent(String clause) {
        assertThat(holds(clause)).isFalse();
    }

    @Test
    void theStepIsAskedForAtEachEvaluation() {
        Condition sameTool = Clauses.condition("first.event.tool == event.tool", SCOPE);
        Step other = a("tool_invocation").of("read").step();

        assertThat(sameTool.holds(now, matched(Map.of("first", before)), Parameters.NONE))
                .isTrue();
        assertThat(sameTool.holds(now, matched(Map.of("first", other)), Parameters.NONE))
                .isFalse();
        assertThat(sameTool.holds(now, MatchedSteps.NONE, Parameters.NONE)).isFalse();
    }

    @Test
    void factsOfEarlierStepsAreEvidenceToo() {
        assertThat(Clauses.condition("cost.step > first.cost.step || has(first.call.count)", SCOPE)
                        .reads())
                .containsExactlyInAnyOrder(Fact.COST_STEP, Fact.CALL_COUNT);
    }

    @Test
    void anElementThatBearsTheNameOfFactsDoesNotHideThem() {
        ConditionScope clash = new ConditionScope(Map.of(), Set.of("cost", "event", "not-a-name"));

        assertThat(Clauses.condition("cost.step > 0.4 && event.tool == 'search'", clash)
                        .holds(now, matched(Map.of("cost", before)), Parameters.NONE))
                .isTrue();
    }
}

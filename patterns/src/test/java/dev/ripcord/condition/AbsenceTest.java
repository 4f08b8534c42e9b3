package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.holds;
import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step has a cost and no tool, no outcome and no error. */
class AbsenceTest {
    private static GivenStep report() {
        return a("cost_update").with("cost.session", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome.count > 0",
                "outcome.count <= 1",
                "outcome.count == outcome.count",
                "!error.is",
                "error.is",
                "event.tool != 'search'",
                "!(event.tool == 'search')",
                "outcome.count > 0 && cost.session > 0",
                "outcome.count > 0 || cost.session > 5",
                "!(outcome.count > 0 && cost.session > 0)",
                "outcome.count > 0 ? true : cost.session > 0",
                "event.tool in ['search', 'read']",
                "has(outcome.count) ? cost.session > 0 : outcome.count == 0",
                "[outcome.count].all(count, cost.session > 0)",
                "(outcome.count > 0 && cost.session > 0) != false",
                "(outcome.count > 0 || cost.session > 5) == (outcome.count > 0 || cost.session > 5)",
                "event.payload.tool_name == 'search'",
                "event.payload.tool_args.query == 'x'",
            })
    void whatReadsSomethingAbsentDoesNotHold(String clause) {
        assertThat(holds(clause, report())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome.count > 0 || cost.session > 0",
                "cost.session > 0 || outcome.count > 0",
                "!(outcome.count > 0 && cost.session > 5)",
                "has(cost.session) && !has(outcome.count)",
                "!has(event.tool) && has(event.type)",
                "!has(event.payload.tool_name)",
                "has(outcome.count) ? outcome.count > 0 : cost.session > 0",
                "!has(error.is) || error.is",
            })
    void theOtherSideOrHasCanDecide(String clause) {
        assertThat(holds(clause, report())).isTrue();
    }
}

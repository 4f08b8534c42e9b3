package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.holds;
import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTest {
    private static GivenStep result() {
        return a("tool_response")
                .of("stripe_api.get_status")
                .status("ok")
                .with("outcome.count", 4)
                .with("outcome.span", "90s")
                .with("error.is", false)
                .with("error.hidden", true)
                .with("loop.period", 2)
                .with("cost.session", 5.5)
                .with("cost.ratio", 3.25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.type == 'tool_response'",
                "event.type in ['tool_response', 'tool_invocation']",
                "event.agent == 'invoicer' && event.status == 'ok'",
                "event.request_ref == 'req-7' && event.caller_step == 'plan-1'",
                "event.tool.startsWith('stripe_api.')",
                "event.tool.matches('^[a-z_]+\\\\.get_')",
                "event.tool.contains('status') && event.tool.endsWith('status')",
                "event.tool.upperAscii() == 'STRIPE_API.GET_STATUS'",
                "outcome.count >= 4",
                "outcome.count > 3.5",
                "outcome.count * 2 == 8",
                "4.0 <= outcome.count",
                "outcome.count in [1, 4]",
                "outcome.span > duration('1m') && outcome.span < duration('2m')",
                "outcome.span == duration('1m30s')",
                "outcome.span.getSeconds() == 90",
                "!error.is",
                "error.hidden",
                "error.hidden != error.is",
                "loop.period >= 2",
                "cost.session > 5",
                "cost.session < 5.6",
                "cost.ratio == 3.25",
                "error.is ? cost.session > 100 : cost.session > 5",
                "[outcome.count, 1].exists(count, count > 3)",
                "event.type == 'tool_response' // the answer, not the call",
            })
    void holdsForTheResult(String clause) {
        assertThat(holds(clause, result())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.type == 'tool_invocation'",
                "event.type != 'tool_response'",
                "event.tool == 'stripe_api'",
                "outcome.count > 4",
                "outcome.count < 4.0",
                "outcome.span > duration('90s')",
                "error.is",
                "!error.hidden",
                "cost.session > 6",
                "event.status == 'ok' && outcome.count == 5",
            })
    void doesNotHoldForTheResult(String clause) {
        assertThat(holds(clause, result())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome.count / (outcome.count - 4) > 0",
                "outcome.count % (outcome.count - 4) == 0",
                "outcome.count * 9223372036854775807 > 0",
                "event.status.matches(event.tool.substring(10))",
                "event.tool.substring(99) == ''",
                "int(event.tool) > 0",
                "timestamp(event.tool) > timestamp('2020-01-01T00:00:00Z')",
                "[outcome.count][outcome.count] == 4",
            })
    void doesNotHoldWhereItFails(String clause) {
        assertThat(holds(clause, result())).isFalse();
    }
}

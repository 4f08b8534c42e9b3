package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.errors;
import static dev.ripcord.condition.Clauses.matched;
import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
    private static final ConditionScope SCOPE = new ConditionScope(
            Map.of("window", ParameterType.DURATION, "times", ParameterType.INT), Set.of("first", "never"));

    private static final Parameters VALUES = new Parameters(Map.of("window", Duration.ofMinutes(10), "times", 4L));

    private final Step step = a("tool_response")
            .of("search")
            .with("outcome.count", 12)
            .with("outcome.span", "1m30s250ms")
            .with("latency.step", "9s250ms")
            .with("cost.session", 0.83)
            .with("cost.step", 0.0021)
            .with("cost.ratio", 12.3456)
            .with("error.is", true)
            .step();

    private final Step before =
            a("tool_invocation").of("read").with("cost.step", 2).step();

    private String show(String message) {
        return show(message, step);
    }

    private String show(String message, Step at) {
        return Clauses.message(message, SCOPE).render(at, matched(Map.of("first", before)), VALUES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {event.tool} gave the same result {outcome.count} times in {outcome.span} | search gave the same result 12 times in 1m30s
            within {params.window}, {params.times} times        | within 10m, 4 times
            {latency.step}                                      | 9s250ms
            {duration('0s')}, {duration('-1m')}                 | 0s, -1m
            {cost.session}, {cost.step}, {first.cost.step}      | $0.83, $0.0021, $2.00
            {cost.session * 2.0}                                | 1.66
            {cost.ratio}, {cost.ratio * 1000.0}, {4.0}          | 12.35, 12345.6, 4
            {0.000123456}, {-0.5}, {0.0}                        | 0.0001235, -0.5, 0
            {error.is}, {outcome.count > 3}, {outcome.count + 1} | true, true, 13
            {has(first.event.tool) ? first.event.tool : 'none'} | read
            {[1, 2]}                                            | [1, 2]
            {decision.count}, {never.event.tool}, {first.event.model}, {outcome.count / (outcome.count - 12)} | ?, ?, ?, ?
            {cost.ratio / 0.0}                                  | ?
            {{event.tool}} is {{{event.tool}}}                  | {event.tool} is {search}
            { {'a}': 1}['a}'] }                                 | 1
            {"}"}{'{'}                                          | }{
            nothing to show                                     | nothing to show
            """)
    void showsValuesAsPeopleReadThem(String message, String shown) {
        assertThat(show(message)).isEqualTo(shown);
    }

    @Test
    void textIsCutAndCannotSteerATerminal() {
        Step long80 = a("message").of("x".repeat(81)).step();
        Step hostile =
                a("message").of("a\u001B[31m\nb\u202Ec\uD800d\uD83D\uDE00").step();

        assertThat(show("{event.tool}", long80)).isEqualTo("x".repeat(80) + "…");
        assertThat(show("{event.tool}", hostile)).isEqualTo("a [31m b c d\uD83D\uDE00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            spent {cost.sesion}             | 1:13 cost has no 'sesion'; did you mean 'session'?
            a { tol }                       | 1:5 undeclared name 'tol'; did you mean 'event.tool'?
            {event.payload.prompt}          | 1:8 event.payload cannot be shown: signals carry no prompt, no argument and no result; show a fact or another part of the event
            {outcome}                       | 1:2 'outcome' alone is no value; name a part of it, such as outcome.count
            {event.tool                     | 1:1 this '{' is never closed; write {{ for a brace
            a } b                           | 1:3 this '}' closes nothing; write }} for a brace
            a {} b                          | 1:3 nothing stands between these braces; name a value, such as {event.tool}
            {event.tool +}                  | 1:14 it ends too early; a value is missing
            """)
    void aMessageIsCheckedLikeAClause(String message, String error) {
        assertThat(errors(ConditionCompiler.message(message, SCOPE))).containsExactly(error);
    }

    @Test
    void allErrorsComeAtOnceAcrossLines() {
        assertThat(errors(ConditionCompiler.message("{outcome.cuont}\n and {event.toll} }\n{\n  tol}", SCOPE)))
                .containsExactly(
                        "1:10 outcome has no 'cuont'; did you mean 'count'?",
                        "2:13 event has no 'toll'; did you mean 'tool'?",
                        "2:19 this '}' closes nothing; write }} for a brace",
                        "4:3 undeclared name 'tol'; did you mean 'event.tool'?");
    }
}

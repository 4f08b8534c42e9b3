package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clauses that do not compile, at their places in the file however they are written. */
class RefusedClausesTest {
    private static final String FIRST = "where: event.type == 'tool_invocation'";
    private static final String TIMES = "    times: params.times";
    private static final String MESSAGE = "message: \"{event.tool} gave the same result {outcome.count} times\"";

    static Stream<Arguments> spoilt() {
        return Stream.of(
                arguments(FIRST, "where: tol == 'search'", """
                        stuck-call.yaml:15:12: error: undeclared name 'tol'; did you mean 'event.tool'?
                                where: tol == 'search'
                                       ^"""),
                arguments(FIRST, "where: evnt.type == 'message' && event.tol == 'x'", """
                        stuck-call.yaml:15:12: error: undeclared name 'evnt'; did you mean 'event'?
                                where: evnt.type == 'message' && event.tol == 'x'
                                       ^
                        stuck-call.yaml:15:44: error: event has no 'tol'; did you mean 'tool'?
                                where: evnt.type == 'message' && event.tol == 'x'
                                                                       ^"""),
                arguments(FIRST, "where: >\n      event.type == 'message'\n      && event.tol == 'x'", """
                        stuck-call.yaml:17:16: error: event has no 'tol'; did you mean 'tool'?
                                  && event.tol == 'x'
                                           ^"""),
                arguments(FIRST, "where: |\n      event.type == 'message' && (\n          event.tol == 'x')", """
                        stuck-call.yaml:17:17: error: event has no 'tol'; did you mean 'tool'?
                                      event.tol == 'x')
                                            ^"""),
                arguments(FIRST, "where: 'event.type == ''message'' && event.tol == ''x'''", """
                        stuck-call.yaml:15:48: error: event has no 'tol'; did you mean 'tool'?
                                where: 'event.type == ''message'' && event.tol == ''x'''
                                                                           ^"""),
                arguments(FIRST, "where: \"event.type == \\\"message\\\" &&\n      event.tol == 'x'\"", """
                        stuck-call.yaml:16:13: error: event has no 'tol'; did you mean 'tool'?
                                  event.tol == 'x'"
                                        ^"""),
                arguments(FIRST, "where: event.type == 'message' &&", """
                        stuck-call.yaml:15:38: error: it ends too early; a value is missing
                                where: event.type == 'message' &&
                                                                 ^"""),
                arguments(FIRST, "where: outcome.count >= params.tims", """
                        stuck-call.yaml:15:36: error: there is no parameter 'tims'; did you mean 'times'?
                                where: outcome.count >= params.tims
                                                               ^"""),
                arguments(FIRST, "where: outcome.count >= params.window", """
                        stuck-call.yaml:15:26: error: no operator '>=' between int and duration; write durations as\
                         duration('90s')
                                where: outcome.count >= params.window
                                                     ^"""),
                arguments(FIRST, "where: stuck.event.tool == event.tool", """
                        stuck-call.yaml:15:12: error: undeclared name 'stuck'
                                where: stuck.event.tool == event.tool
                                       ^"""),
                arguments(TIMES, "    times: params.times..\n    until: first.event.tol == event.tool", """
                        stuck-call.yaml:19:24: error: first.event has no 'tol'; did you mean 'tool'?
                                until: first.event.tol == event.tool
                                                   ^"""),
                arguments(TIMES, TIMES + "\n    same: [event.tool, event.tol]", """
                        stuck-call.yaml:19:24: error: event has no 'tol'; did you mean 'tool'?
                                same: [event.tool, event.tol]
                                                   ^"""),
                arguments(TIMES, TIMES + "\n    same: [event.payload.invoice]", """
                        stuck-call.yaml:19:12: error: an earlier step keeps no 'event.payload.invoice'; it keeps the\
                         words of its event, such as event.tool, and its facts
                                same: [event.payload.invoice]
                                       ^"""),
                arguments(FIRST, FIRST.replace("where: ", "where: outcome.count > 1 && "), """
                        stuck-call.yaml:15:12: error: can never hold: outcome.count is known on tool_response and\
                         validation_outcome only, and event.type is to be tool_invocation
                                where: outcome.count > 1 && event.type == 'tool_invocation'
                                       ^"""),
                arguments(
                        "within: params.window",
                        "within: params.window\nsees: event.type in ['tool_response', 'message']",
                        """
                        stuck-call.yaml:15:12: error: can never hold: sees shows this sequence message or tool_response\
                         only, and event.type is to be tool_invocation
                                where: event.type == 'tool_invocation'
                                       ^"""),
                arguments("within: params.window", "within: params.window\nsees: first.event.type == 'message'", """
                        stuck-call.yaml:20:7: error: undeclared name 'first'
                            sees: first.event.type == 'message'
                                  ^"""),
                arguments(MESSAGE, "message: \"{event.tool} {params.tims} {frist.event.tool}\"", """
                        stuck-call.yaml:26:32: error: there is no parameter 'tims'; did you mean 'times'?
                            message: "{event.tool} {params.tims} {frist.event.tool}"
                                                           ^
                        stuck-call.yaml:26:39: error: undeclared name 'frist'; did you mean 'first'?
                            message: "{event.tool} {params.tims} {frist.event.tool}"
                                                                  ^"""),
                arguments(MESSAGE, "message: >-\n  {event.tool} gave\n  {outcome.cuont} times", """
                        stuck-call.yaml:28:12: error: outcome has no 'cuont'; did you mean 'count'?
                              {outcome.cuont} times
                                       ^"""));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aClauseThatDoesNotCompileIsRefusedAtItsPlace(String piece, String replacement, String refusal) {
        assertThat(PatternText.refusal(PatternText.with(piece, replacement))).isEqualTo(refusal);
    }

    @Test
    void clausesReadTheStepsBeforeAndARepetitionItsOwn() {
        Definition definition = PatternText.definition(PatternText.with(TIMES, """
                            times: params.times..
                            until: stuck.event.tool != event.tool
                            same: [event.agent, outcome.count]
                          - { name: quiet, where: event.tool == stuck.event.tool, not: true }
                          - name: round
                            times: 2
                            group:
                              - { name: plan, where: event.agent == first.event.agent }
                              - { name: act, where: plan.event.agent == act.event.agent }
                        """.stripTrailing())
                .replace("{event.tool} gave", "{act.event.tool} after {stuck.event.tool} gave"));

        assertThat(definition.sequence()).extracting(Element::name).containsExactly("first", "stuck", "quiet", "round");
    }

    @Test
    void aNegatedElementHasNoStepToRead() {
        String spoilt = PatternText.with(
                TIMES,
                TIMES
                        + "\n  - { name: quiet, where: error.is, not: true }"
                        + "\n  - { name: last, where: event.tool == quiet.event.tool }");

        assertThat(PatternText.refusal(spoilt)).startsWith("stuck-call.yaml:20:40: error: undeclared name 'quiet'");
    }
}

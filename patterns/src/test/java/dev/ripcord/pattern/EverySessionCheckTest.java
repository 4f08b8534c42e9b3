package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that would stop every session at its first steps. */
class EverySessionCheckTest {
    private static final String HEAD = """
            id: everybody
            version: 1
            title: t
            why: w
            action: halt
            severity: info
            parameters:
              steps: { default: 1, minimum: 0, maximum: 1000, description: steps }
            message: m
            within: 10m
            """;

    private static final String WITHOUT_WHERE =
            "every step of every session would be stopped by this pattern; add a where";

    private static final String ASK_FOR_MORE =
            "; this pattern would stop them all: ask for more than that, or let action be warn";

    @Test
    void aClauseThatAsksNothingOfTheStepIsRefusedWhereItStands() {
        Reading reading = DefinitionReader.read("x.yaml", HEAD + """
                sequence:
                  - name: a
                    where: >-
                      session.calls >= 0
                      && session.steps >= params.steps
                """);

        assertThat(PatternText.rendered(reading)).isEqualTo("""
                x.yaml:14:7: error: holds at the first steps of every session with steps 1: session.calls is never\
                 below 0 and session.steps is never below 1; this pattern would stop them all: ask for more than that,\
                 or let action be warn
                          session.calls >= 0
                          ^""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            {name: a}                                                             ~ 11:13
            {name: a, optional: true}, {name: b}                                  ~ 11:40
            {name: a}, {name: b, where: error.is, optional: true}                 ~ 11:13
            {name: a, times: 1..5}                                                ~ 11:13
            {name: a, times: params.steps..5}                                     ~ 11:13
            {name: a, group: [{name: b}, {name: c, optional: true}]}              ~ 11:31
            """)
    void oneStepWithoutAWhereIsAllThatIsNeeded(String elements, String place) {
        assertThat(refusals("sequence: [" + elements + "]")).isEqualTo(place + ": " + WITHOUT_WHERE);
    }

    @Test
    void aViewOfAllStepsLeavesNobodyOut() {
        String any = "sequence: [{name: a}]";

        assertThat(refusals("sees: session.steps >= 1\n" + any)).isEqualTo("12:13: " + WITHOUT_WHERE);
        assertThat(refusals("applies_to: { agent: '*' }\n" + any)).isEqualTo("12:13: " + WITHOUT_WHERE);
        assertThat(refusals("sees: error.is\n" + any)).isEmpty();
        assertThat(refusals("applies_to: { agent: 'test-*' }\n" + any)).isEmpty();
        assertThat(refusals("applies_to: { tenant: trial }\n" + any)).isEmpty();
        assertThat(refusals("applies_to: { tool: '*' }\n" + any)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"observe", "warn"})
    void whoStopsNobodyMayLookAtEveryStep(String action) {
        String told = HEAD.replace("action: halt", "action: " + action);

        assertThat(refusalsOf(told + "sequence: [{name: a, where: session.steps >= 1}]"))
                .isEmpty();
        assertThat(refusalsOf(told + "sequence: [{name: a}]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt", "pause"})
    void whoStopsMayNot(String action) {
        String stops = HEAD.replace("action: halt", "action: " + action);

        assertThat(refusalsOf(stops + "sequence: [{name: a, where: session.steps >= 1}]"))
                .isEqualTo("11:29: holds at the first steps of every session: session.steps is never below 1"
                        + ASK_FOR_MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a, where: error.is}",
                "{name: a, where: session.steps > params.steps}",
                "{name: a}, {name: b}",
                "{name: a, times: 2}",
                "{name: a}, {name: b, where: error.is}",
                "{name: a, times: 2, group: [{name: b}]}",
                "{name: a, where: session.steps >= 1, times: 500}"
            })
    void whatNeedsMoreThanAFirstStepIsAccepted(String elements) {
        assertThat(refusals("sequence: [" + elements + "]")).isEmpty();
    }

    private static String refusals(String rest) {
        return refusalsOf(HEAD + rest);
    }

    private static String refusalsOf(String yaml) {
        return DefinitionReader.read("x", yaml).problems().stream()
                .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                .collect(Collectors.joining("\n"));
    }
}

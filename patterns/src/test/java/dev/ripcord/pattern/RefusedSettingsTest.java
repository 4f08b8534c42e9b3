package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of parameters with which a pattern could never match. */
class RefusedSettingsTest {
    private static final String WHERE = "where: event.type == 'tool_response' && outcome.count >= 2";
    private static final String BETWEEN =
            "where: outcome.count >= params.times && outcome.count < params.most && call.recent >= 2";
    private static final String SHARE = "share:  { default: 0.5, description: of the budget }";

    @Test
    void defaultsThatExcludeEachOtherAreRefusedAtTheSecondPlace() {
        assertThat(PatternText.refusal(between(3))).isEqualTo("""
                stuck-call.yaml:17:45: error: can never hold with most 3 and times 4: nothing is left of\
                 outcome.count beside what is asked of it; most must be above 4
                        where: outcome.count >= params.times && outcome.count < params.most && call.recent >= 2
                                                                ^""");
    }

    @Test
    void aDefaultThatAsksForMoreThanTheFactCanBeIsRefused() {
        String spoilt = PatternText.with(WHERE, "where: call.recent >= params.most")
                .replace(SHARE, "most:   { default: 80, minimum: 70, maximum: 90, description: calls }");

        assertThat(PatternText.refusal(spoilt)).isEqualTo("""
                stuck-call.yaml:17:12: error: can never hold with most 80: call.recent is never above 64; most must\
                 be at most 64
                        where: call.recent >= params.most
                               ^""");
    }

    @Test
    void whatSeesAsksOfParametersIsCheckedToo() {
        String spoilt = PatternText.with(
                        "within: params.window", "within: params.window\nsees: loop.period > params.most")
                .replace(SHARE, "most:   { default: 16, description: calls }");

        assertThat(PatternText.refusal(spoilt))
                .startsWith("stuck-call.yaml:20:7: error: can never hold with most 16: loop.period is never above 16;"
                        + " most must be below 16\n");
    }

    @Test
    void anOverrideThatLeavesNothingIsRefusedWhereItStands() {
        String spoilt = between(9).replace("parameters: { times: 9 }", """
                parameters: { times: 8 }
                  - tool: search
                    parameters: { most: 8 }""");

        assertThat(PatternText.refusal(spoilt)).isEqualTo("""
                stuck-call.yaml:27:5: error: for tenant acme and tool search, element stuck: where can never hold with\
                 most 8 and times 8: nothing is left of outcome.count beside what is asked of it; most must be above 8
                        parameters: { most: 8 }
                        ^""");
    }

    @Test
    void anOverrideMayLeaveSomebodyAloneByAskingForTooMuch() {
        String exempting = PatternText.with(WHERE, "where: call.recent >= params.most")
                .replace(SHARE, "most:   { default: 60, description: calls }")
                .replace("parameters: { times: 9 }", "parameters: { most: 65 }");
        Definition definition = PatternText.definition(exempting);

        assertThat(problems(definition, Map.of("most", 64))).isEmpty();
        assertThat(problems(definition, Map.of("most", 65)))
                .containsExactly("element stuck: where can never hold with most 65: call.recent is never above 64; most"
                        + " must be at most 64");
    }

    @Test
    void whatMustNotBeSeenMayBeTurnedOff() {
        String turnedOff = PatternText.with("within: params.window", """
                  - { name: quiet, where: call.recent >= params.most, not: true }
                  - { name: last, until: stall.repeats >= params.most, times: 1.. }
                within: params.window""")
                .replace(SHARE, "most:   { default: 80, description: calls }");

        assertThat(PatternText.definition(turnedOff).sequence()).hasSize(4);
    }

    @Test
    void anActivationWithWhichNothingCanMatchIsRefused() {
        Definition definition = PatternText.definition(between(12));

        assertThat(problems(definition, Map.of("most", 5)))
                .containsExactly(
                        "for tenant acme, element stuck: where can never hold with most 5 and times 9: nothing is left of"
                                + " outcome.count beside what is asked of it; most must be above 9");
        assertThat(problems(definition, Map.of("times", 20, "most", 20)))
                .containsExactly("element stuck: where can never hold with most 20 and times 20: nothing is left"
                        + " of outcome.count beside what is asked of it; most must be above 20");
        assertThat(problems(definition, Map.of("times", 20, "most", 21))).isEmpty();
    }

    private static String between(int most) {
        return PatternText.with(WHERE, BETWEEN).replace(SHARE, "most:   { default: " + most + ", description: calls }");
    }

    private static List<String> problems(Definition definition, Map<String, Object> parameters) {
        return ActivationReader.problems(
                definition,
                new Activation(
                        Activation.SCHEMA_VERSION,
                        definition.id(),
                        definition.hash(),
                        Mode.ENFORCE,
                        parameters,
                        null,
                        "tester",
                        null));
    }
}

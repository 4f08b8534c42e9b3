package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.condition.Parameters;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivationReaderTest {
    private static final Definition DEFINITION = PatternText.definition(PatternText.SOUND);

    @Test
    void valuesAreReadInTheTypesOfTheParameters() throws IOException {
        Parameters parameters =
                ActivationReader.resolve(DEFINITION, activation("{\"times\": 7, \"window\": \"1m30s\", \"share\": 1}"));

        assertThat(parameters.values()).isEqualTo(Map.of("times", 7L, "window", Duration.ofSeconds(90), "share", 1.0));
    }

    @Test
    void parametersThatAreNotGivenKeepTheirDefaults() throws IOException {
        assertThat(ActivationReader.problems(DEFINITION, activation("{}"))).isEmpty();
        assertThat(ActivationReader.resolve(DEFINITION, activation("{\"share\": 0.25}"))
                        .values())
                .isEqualTo(Map.of("times", 4L, "window", Duration.ofMinutes(10), "share", 0.25));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        Activation wrong =
                activation("{\"times\": 51, \"window\": \"1s\", \"share\": \"half\", \"tims\": 5, \"limit\": 5}");

        assertThat(ActivationReader.problems(DEFINITION, wrong))
                .containsExactly(
                        "unknown parameter 'limit'; the parameters are share, times, window",
                        "parameter share is 'half'; it must be a number",
                        "parameter times is 51; it must be at most 50 (maximum)",
                        "unknown parameter 'tims'; did you mean 'times'?",
                        "parameter window is 1s; it must be at least 10s (minimum)");
        assertThatThrownBy(() -> ActivationReader.resolve(DEFINITION, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter times is 51");
    }

    @Test
    void aFractionIsNoWholeNumberAndANumberIsNoDuration() throws IOException {
        assertThat(ActivationReader.problems(
                        DEFINITION, activation("{\"times\": 4.5, \"window\": 60, \"share\": true}")))
                .containsExactly(
                        "parameter share is true; it must be a number",
                        "parameter times is 4.5; it must be a whole number",
                        "parameter window is 60; it must be a duration such as 10m, at most 366d");
        assertThat(ActivationReader.problems(DEFINITION, activation("{\"times\": 4.0}")))
                .isEmpty();
        assertThat(ActivationReader.problems(DEFINITION, activation("{\"times\": [4], \"share\": {\"a\": 1}}")))
                .containsExactly(
                        "parameter share is {a=1}; it must be a number",
                        "parameter times is [4]; it must be a whole number");
    }

    @Test
    void valuesThatDoNotFitTheSequenceTogetherAreProblems() throws IOException {
        Definition range = PatternText.definition(PatternText.with("times: params.times", "times: 3..params.times"));

        assertThat(ActivationReader.problems(range, activation("{\"times\": 2}")))
                .containsExactly("element stuck: times is 3..2; the first number must not be above the second");
    }

    @Test
    void aTenantsOverridesMustFitTheActivationToo() throws IOException {
        Definition range =
                PatternText.definition(PatternText.with("share:  { default: 0.5,", "most:   { default: 9, maximum: 40,")
                        .replace("times: params.times", "times: params.times..params.most"));

        assertThat(ActivationReader.problems(range, activation("{\"times\": 5, \"most\": 8}")))
                .containsExactly(
                        "for tenant acme, element stuck: times is 9..8; the first number must not be above the second");
    }

    @Test
    void aDefinitionWithoutParametersTakesNone() throws IOException {
        Definition none = PatternText.definition(
                "{id: a, version: 1, title: a, why: a, action: warn, severity: info, message: a, sequence: [{name: a}]}");

        assertThat(ActivationReader.problems(none, activation("{\"times\": 5}")))
                .containsExactly("unknown parameter 'times'; a has none");
    }

    private static Activation activation(String parameters) throws IOException {
        String json = "{\"schema_version\": 1, \"id\": \"stuck-call\", \"hash\": \"" + DEFINITION.hash()
                + "\", \"mode\": \"enforce\", \"actor\": \"tester\", \"parameters\": " + parameters + "}";
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Activation.class);
    }
}

package dev.ripcord.detection;

import static dev.ripcord.detection.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.pattern.CasesReader;
import dev.ripcord.pattern.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {
    private static final Definition CALLS = definition(
            "calls",
            "parameters: {times: {default: 3, minimum: 2, maximum: 9, description: calls}}",
            "sequence: [{name: made, where: \"event.type == 'tool_invocation' && call.count >= params.times\"}]");

    @Test
    void aCasePassesWhereTheDefinitionFiresAtItsEventOrStaysQuiet() {
        assertThat(results(
                        "{\"name\": \"third\", \"expect\": \"fires\", \"at\": 2, \"events\": [" + calls(4) + "]}",
                        "{\"name\": \"second\", \"expect\": \"quiet\", \"events\": [" + calls(2) + "]}",
                        "{\"name\": \"tuned\", \"expect\": \"fires\", \"at\": 1, \"parameters\": {\"times\": 2},"
                                + " \"events\": [" + calls(2) + "]}"))
                .allMatch(CaseResult::passed);
    }

    @Test
    void aCaseThatFailsSaysWhatWasExpectedAndWhatWasFound() {
        assertThat(results(
                        "{\"name\": \"late\", \"expect\": \"fires\", \"at\": 3, \"events\": [" + calls(4) + "]}",
                        "{\"name\": \"quiet\", \"expect\": \"quiet\", \"events\": [" + calls(3) + "]}",
                        "{\"name\": \"loud\", \"expect\": \"fires\", \"events\": [" + calls(1) + "]}"))
                .noneMatch(CaseResult::passed)
                .extracting(CaseResult::explanation)
                .containsExactly(
                        "must fire at event 3, fired at event 2",
                        "must not fire, fired at event 2",
                        "must fire, did not fire");
    }

    private static String calls(int times) {
        return "{\"repeat\": " + times
                + ", \"events\": [{\"event_type\": \"tool_invocation\", \"payload\": {\"tool_name\": \"get\", \"tool_args\": {}}}]}";
    }

    private static List<CaseResult> results(String... lines) {
        CasesReader.Cases cases = CasesReader.read("calls.cases.jsonl", String.join("\n", lines));
        assertThat(cases.problems()).isEmpty();
        CaseRunner runner = new CaseRunner(CALLS, DetectionLimits.DEFAULT);
        return cases.cases().stream().map(runner::run).toList();
    }
}

package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.condition.Parameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private static final Definition DEFINITION =
            PatternText.definition(PatternText.SOUND.replace("  - tenant: acme\n    parameters: { times: 9 }\n", """
              - tenant: acme
                parameters: { times: 9, share: 0.1 }
              - tool: [ci.status, jobs.*]
                parameters: { share: 0.2 }
              - role: polls
                parameters: { share: 0.3 }
              - { tenant: acme, agent: nightly, tool: jobs.poll, parameters: { share: 1 } }
            """));
    private static final Parameters BASE = DEFINITION.parameters(Map.of());

    @Test
    void laterOverridesWin() {
        assertThat(at("acme", "billing", "search")).containsEntry("times", 9L).containsEntry("share", 0.1);
        assertThat(at("acme", "billing", "jobs.list"))
                .containsEntry("times", 9L)
                .containsEntry("share", 0.2);
        assertThat(at("acme", "nightly", "jobs.poll"))
                .containsEntry("times", 9L)
                .containsEntry("share", 1.0);
        assertThat(at("other", "nightly", "jobs.poll"))
                .containsEntry("times", 4L)
                .containsEntry("share", 0.2);
    }

    @Test
    void aStepWithoutAToolIsSelectedByNoToolName() {
        assertThat(at("other", "nightly", null)).isEqualTo(BASE.values());
        assertThat(at("acme", null, null)).containsEntry("times", 9L).containsEntry("share", 0.1);
    }

    @Test
    void aRoleSelectsTheStepsOfToolsOfWhichItIsSaid() {
        assertThat(DEFINITION
                        .forStep(BASE, "other", "nightly", "jobs.list", true)
                        .values())
                .containsEntry("share", 0.3);
        assertThat(at("other", "nightly", "jobs.list")).containsEntry("share", 0.2);
    }

    @Test
    void aStepThatNothingSelectsCostsNothing() {
        assertThat(DEFINITION.forStep(BASE, "other", "nightly", "search", false))
                .isSameAs(BASE);
    }

    private static Map<String, Object> at(String tenant, String agent, String tool) {
        return DEFINITION.forStep(BASE, tenant, agent, tool, false).values();
    }
}

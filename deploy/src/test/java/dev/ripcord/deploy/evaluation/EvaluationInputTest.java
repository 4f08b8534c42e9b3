package dev.ripcord.deploy.evaluation;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ripcord.deploy.outcome.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationInputTest {
    private static final String EVENT =
            "{\"event_type\": \"tool_invocation\", \"session_id\": \"s\", \"agent_id\": \"a\", \"timestamp\": 1, \"payload\": {}}";

    @TempDir
    private Path directory;

    private LabelledSessions set;

    @BeforeEach
    void oneSession() throws Exception {
        set = new LabelledSessions(directory).eventLines(EVENT).labels("{\"session_id\": \"s\", \"looping\": true}");
    }

    @Test
    void whatIsAsItShouldBeGivesNoRemark() throws Exception {
        assertThat(set.evaluated().all().sessions()).isEqualTo(1);
        assertThat(set.remarks()).isEmpty();
    }

    @Test
    void linesThatAreNoEventAreCountedWithTheFirstPlaceAndTheOthersJudged() throws Exception {
        set.eventLines(EVENT, "oops", "", "{}");

        assertThat(set.evaluated().all().sessions()).isEqualTo(1);
        assertThat(set.remarks())
                .singleElement()
                .asString()
                .startsWith("lines that are no event: 2, the first at events.jsonl:2: not JSON");
    }

    @Test
    void sessionsWithoutALabelAreCountedOnceEach() throws Exception {
        set.eventLines(EVENT, EVENT.replace("\"s\"", "\"t\""), EVENT.replace("\"s\"", "\"t\""));

        assertThat(set.evaluated().all().sessions()).isEqualTo(1);
        assertThat(set.remarks())
                .containsExactly("sessions without a label, left out: 1, the first at events.jsonl:2: default/t");
    }

    @Test
    void labelsOfUnknownSessionsAreLeftOut() throws Exception {
        set.labels(
                "{\"session_id\": \"s\", \"looping\": true}",
                "{\"session_id\": \"ghost\", \"looping\": true}",
                "{\"session_id\": \"s\", \"tenant_id\": \"acme\", \"looping\": true}");

        assertThat(set.evaluated().all().sessions()).isEqualTo(1);
        assertThat(set.remarks())
                .containsExactly(
                        "labelled sessions without events, left out: 2, the first at labels.jsonl:2: default/ghost");
    }

    @Test
    void aLabelMustBeTrueFalseOrNull() throws Exception {
        set.labels(
                "{\"session_id\": \"s\", \"looping\": true}",
                "{\"session_id\": \"t\", \"looping\": \"yes\"}",
                "{\"looping\": true}",
                "no");

        set.evaluated();

        assertThat(set.remarks())
                .containsExactly("label lines that cannot be read: 3, the first at labels.jsonl:2:"
                        + " looping is \"yes\"; it must be true, false or null");
    }

    @Test
    void theFirstOfTwoLabelsCounts() throws Exception {
        set.labels("{\"session_id\": \"s\", \"looping\": true}", "{\"session_id\": \"s\", \"looping\": false}");

        assertThat(set.evaluated().all().recall()).isEqualTo(0.0);
        assertThat(set.remarks())
                .containsExactly(
                        "label lines for a session that has one already: 1, the first at labels.jsonl:2: default/s");
    }

    @Test
    void markedCallsMustBeNumbersOfCalls() throws Exception {
        set.labels(
                "{\"session_id\": \"s\", \"looping\": true, \"repetition_steps\": [0, 3]}",
                "{\"session_id\": \"t\", \"looping\": true, \"repetition_steps\": [1, -1]}");

        set.evaluated();

        assertThat(set.remarks())
                .containsExactly("label lines that cannot be read: 1, the first at labels.jsonl:2:"
                        + " repetition_steps is [1,-1]; it must be a list of calls, counted from 0");
    }

    @Test
    void aKeyThatNoLabelLineHasIsRefused() throws Exception {
        set.labels("{\"session_id\": \"s\", \"loping\": true}");

        assertThatThrownBy(() -> set.evaluated())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reasons())
                                .singleElement()
                                .asString()
                                .endsWith("has the key looping; --label names the key that says whether to stop"));
    }

    @Test
    void aSessionOfATenantIsFoundByItsTenantsLabel() throws Exception {
        set.sessions(session("s").tenant("acme").then(call("x")))
                .labels("{\"session_id\": \"s\", \"tenant_id\": \"acme\", \"looping\": false}");

        assertThat(set.evaluated().all().sessions()).isEqualTo(1);
        assertThat(set.remarks()).isEmpty();
    }
}

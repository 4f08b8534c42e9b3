package dev.ripcord.deploy.evaluation;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ripcord.json.Json;
import dev.ripcord.session.Draft;
import dev.ripcord.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @TempDir
    private Path directory;

    private LabelledSessions set;

    @BeforeEach
    void fiveSessions() throws Exception {
        set = new LabelledSessions(directory)
                .sessions(
                        calls("caught", 10, 4, "loop"),
                        calls("missed", 6, 0, ""),
                        calls("wronged", 5, 3, "spike"),
                        calls("left-alone", 8, 0, ""),
                        calls("unknown", 3, 1, "spike"))
                .labels(
                        "{\"session_id\": \"caught\", \"looping\": true, \"success\": false}",
                        "{\"session_id\": \"missed\", \"looping\": true, \"success\": true}",
                        "{\"session_id\": \"wronged\", \"looping\": false, \"success\": true}",
                        "{\"session_id\": \"left-alone\", \"looping\": false, \"success\": false}",
                        "{\"session_id\": \"unknown\", \"looping\": null, \"healthy\": true}");
    }

    @Test
    void precisionRecallAndF1CountOnlySessionsWithALabel() throws Exception {
        var all = set.evaluated().all();

        assertThat(all.sessions()).isEqualTo(4);
        assertThat(all.fired()).isEqualTo(2);
        assertThat(all.precision()).isEqualTo(0.5);
        assertThat(all.recall()).isEqualTo(0.5);
        assertThat(all.f1()).isEqualTo(0.5);
    }

    @Test
    void aHaltIsFalseWhereTheSessionWentWellAndIsNotLabelledToBeStopped() throws Exception {
        // Well went missed, wronged and unknown; missed is labelled to be stopped all the same.
        assertThat(set.evaluated().all().falseHalts()).isEqualTo(1.0);
        assertThat(set.evaluated().patterns().get("loop").falseHalts()).isEqualTo(0.0);
    }

    @Test
    void savedAreTheCallsOfPositiveSessionsAfterTheFirstFiring() throws Exception {
        // 6 of caught's 10, none of missed's 6.
        assertThat(set.evaluated().all().saved()).isEqualTo(6.0 / 16, EXACT);
    }

    @Test
    void eachPatternIsScoredAlone() throws Exception {
        var patterns = set.evaluated().patterns();

        assertThat(patterns).containsOnlyKeys("loop", "spike");
        assertThat(patterns.get("loop")).isEqualTo(new Score(4, 1, 1.0, 0.5, 2.0 / 3, 0.0, 0.375, null));
        assertThat(patterns.get("spike")).isEqualTo(new Score(4, 1, 0.0, 0.0, 0.0, 1.0, 0.0, null));
    }

    @Test
    void onlyTheFirstFiringCountsWhicheverPatternItIs() throws Exception {
        set.sessions(session("caught")
                .then(call("a"), call("b").with("fires", "spike"), call("c").with("fires", "loop"))
                .then(call("d").with("fires", "spike")));

        var report = set.evaluated();

        assertThat(report.all().saved()).isEqualTo(0.5);
        assertThat(report.patterns().get("loop").saved()).isEqualTo(0.25);
        assertThat(report.patterns().get("spike").saved()).isEqualTo(0.5);
    }

    @Test
    void aFiringBetweenCallsSavesAllCallsAfterIt() throws Exception {
        set.sessions(session("caught").then(call("a"), message("hm").with("fires", "loop"), call("b"), call("c")));

        assertThat(set.evaluated().all().saved()).isEqualTo(2.0 / 3, EXACT);
    }

    @Test
    void aRetryOfAnEventIsNoCall() throws Exception {
        set.sessions(session("caught")
                .then(call("a"), call("a").with("repeat", "1"), call("b").with("fires", "loop"), call("c")));

        assertThat(set.evaluated().all().saved()).isEqualTo(1.0 / 3, EXACT);
    }

    @Test
    void markedCallsAreFoundFromTheOneOnAtWhichTheRuleFires() throws Exception {
        set.labels(
                "{\"session_id\": \"caught\", \"looping\": true, \"repetition_steps\": [2, 3, 9]}",
                "{\"session_id\": \"missed\", \"looping\": true, \"repetition_steps\": [5]}",
                "{\"session_id\": \"left-alone\", \"looping\": false, \"repetition_steps\": []}");

        // The fourth call of caught is number 3.
        assertThat(set.evaluated().all().steps()).isEqualTo(2.0 / 4, EXACT);
        assertThat(set.evaluated().patterns().get("spike").steps()).isEqualTo(0.0);
    }

    @Test
    void theBaselineIsTheLimitOnCallsWithTheHighestF1() throws Exception {
        // At 6: caught, missed and left-alone. At 9: caught. At 4 also wronged: 2 of 4.
        var baseline = set.evaluated().stepBaseline();

        assertThat(baseline.n()).isEqualTo(6);
        assertThat(baseline.precision()).isEqualTo(2.0 / 3, EXACT);
        assertThat(baseline.recall()).isEqualTo(1.0);
        assertThat(baseline.f1()).isEqualTo(0.8, EXACT);
        assertThat(baseline.falseHalts()).isEqualTo(0.0);
        assertThat(baseline.saved()).isEqualTo(4.0 / 16, EXACT);
    }

    @Test
    void amongEqualLimitsTheEarliestIsTheBaseline() throws Exception {
        set.sessions(calls("caught", 10, 0, ""), calls("wronged", 5, 0, ""));

        assertThat(set.evaluated().stepBaseline()).isEqualTo(new StepBaseline(6, 1.0, 1.0, 1.0, 0.0, 0.4, null));
    }

    @Test
    void sessionsWithFewerCallsThanAskedForAreLeftOutOfEverything() throws Exception {
        var report = set.evaluated(6);

        assertThat(report.all()).isEqualTo(new Score(3, 1, 1.0, 0.5, 2.0 / 3, null, 6.0 / 16, null));
        assertThat(report.stepBaseline().n()).isEqualTo(1);
    }

    @Test
    void sharesOfNothingAreNullInJsonAndADashInTheTable() throws Exception {
        set.labels("{\"session_id\": \"unknown\", \"looping\": null, \"success\": true}");

        var report = set.evaluated();

        assertThat(Json.text(report))
                .startsWith("{\"sessions\":0,\"fired\":0,\"precision\":null,\"recall\":null,\"f1\":null,"
                        + "\"false_halts\":1.0,\"saved\":null,\"steps\":null,\"patterns\":{\"loop\":{\"sessions\":0,")
                .endsWith("\"step_baseline\":{\"n\":null,\"precision\":null,\"recall\":null,\"f1\":null,"
                        + "\"false_halts\":null,\"saved\":null,\"steps\":null}}");
        assertThat(EvaluationTable.lines(report)).first().isEqualTo("sessions with a label: 0");
        assertThat(EvaluationTable.lines(report).get(2))
                .isEqualTo("all definitions      0          -       -   -        1.000      -      -");
    }

    @Test
    void withLabelsThatAreNeverTrueThereIsNoBaselineAndNoF1() throws Exception {
        set.labels("{\"session_id\": \"left-alone\", \"looping\": false}");

        var report = set.evaluated();

        assertThat(report.all()).isEqualTo(new Score(1, 0, null, null, null, null, null, null));
        assertThat(report.stepBaseline().n()).isNull();
    }

    /** @param firesAt the call at which the definition fires; 0 for never */
    private static Session calls(String id, int calls, int firesAt, String definition) {
        var drafts = new ArrayList<Draft>();
        for (int number = 1; number <= calls; number++) {
            drafts.add(number == firesAt ? call("tool").with("fires", definition) : call("tool"));
        }
        return session(id).then(drafts.toArray(Draft[]::new));
    }
}

package dev.ripcord.deploy.backtest;

import static dev.ripcord.deploy.backtest.BacktestTest.definition;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.log;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.pattern.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationFileTest {
    private static final Candidates ALONE = Candidates.of(List.of(definition("again", 3), definition("later", 5)));
    private static final Candidates COMPARED =
            Candidates.against(List.of(definition("again", 3)), List.of(definition("again", 5)));

    @TempDir
    private Path directory;

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlace() throws Exception {
        assertThat(problems("""
                        halts: { at_most: -1 }
                        must_hlt: [a]
                        patterns: { again: 5 }
                        must_not_halt:
                          - { tenant: acme }
                          - 7
                        """))
                .containsExactly(
                        "1:19: at_most is -1; it must be a whole number from 0",
                        "2:1: unknown key 'must_hlt'; did you mean 'must_halt'?",
                        "3:20: again is 5; it must be a mapping with at_least, at_most or both, such as { at_most: 3 }",
                        "5:5: session is missing; it must be text; put a number in quotes",
                        "6:5: an entry of must_not_halt is 7; it must be a session's id, or a mapping with session,"
                                + " and if need be tenant and pattern");
    }

    @Test
    void whatCannotHoldOrNamesNobodyIsRefused() throws Exception {
        assertThat(problems("""
                        halts: { at_least: 3, at_most: 2 }
                        new_halts: { at_most: 0 }
                        wrong_halts: { at_most: 0 }
                        patterns: { agian: { at_most: 1 } }
                        must_halt: [a, { session: b, pattern: late }]
                        must_not_halt: [a]
                        """))
                .containsExactly(
                        "1:20: at_least is 3; it must not be above at_most, 2",
                        "2:1: new_halts has nothing to count without --against; give it, or remove the key",
                        "3:1: wrong_halts has nothing to count without --labels; give it, or remove the key",
                        "4:13: no pattern 'agian' is tried; did you mean 'again'?",
                        "5:39: no pattern 'late' is tried; did you mean 'later'?",
                        "6:17: default/a must halt according to line 5; remove one of them");
    }

    @Test
    void whatIsNoSuchFileAtAllIsRefused() throws Exception {
        assertThat(problems("")).containsExactly("1:1: the file holds 0 documents; it must hold one, a mapping");
        assertThat(problems("- a"))
                .containsExactly("1:1: the document is a list; it must be a mapping with keys such as halts, must_halt"
                        + " and must_not_halt");
        assertThat(ExpectationFile.read(directory.resolve("none"), ALONE, false).problems())
                .extracting(Problem::message)
                .containsExactly("there is no such file");
    }

    @Test
    void jsonIsReadAsWell() throws Exception {
        assertThat(read("{\"halts\": {\"at_most\": 3}, \"must_halt\": [\"a\"]}", ALONE)
                        .expectations()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void whatIsAsExpectedIsNoViolation() throws Exception {
        assertThat(violations("""
                        halts: { at_least: 2, at_most: 2 }
                        new_halts: { at_most: 1 }
                        lost_halts: { at_most: 0 }
                        patterns: { again: { at_most: 2 } }
                        must_halt: [loop, { session: loop, tenant: acme, by_step: 3, pattern: again }]
                        must_not_halt: [work]
                        """)).isEmpty();
    }

    @Test
    void eachViolationNamesItsPlaceWhatWasFoundAndWhatWasExpected() throws Exception {
        assertThat(violations("""
                        halts: { at_most: 1 }
                        lost_halts: { at_least: 1 }
                        patterns: { again: { at_least: 3 } }
                        must_halt:
                          - work
                          - { session: loop, by_step: 2 }
                          - ghost
                        must_not_halt: [{ session: loop, tenant: acme }, gohst]
                        """))
                .containsExactly(
                        "1:1: halts is 2; it must be at most 1",
                        "2:1: lost_halts is 0; it must be at least 1",
                        "3:13: halts of again is 2; it must be at least 3",
                        "5:5: default/work goes on through all of its 2 steps; it must be halted",
                        "6:5: default/loop is halted at step 3; it must be at step 2 at the latest",
                        "7:5: default/ghost is not in this history; is its name right?",
                        "8:17: acme/loop is halted at step 3 by again: status was called 3 times; it must go on",
                        "8:50: default/gohst is not in this history; is its name right?");
    }

    private List<String> violations(String text) throws Exception {
        var reading = read(text, COMPARED);
        assertThat(reading.problems()).isEmpty();
        var backtest = new Backtest(COMPARED, new Labels());
        var log = log(
                session("loop").repeats(6, call("status")),
                session("loop").tenant("acme").repeats(4, call("status")),
                session("work").repeats(2, call("status")));
        backtest.over(new ListedHistory(log, true), read -> {});
        return new Findings(backtest, false)
                .report(reading.expectations()).violations().stream()
                        .map(violation -> withoutFile(violation.place()) + ": " + violation.message())
                        .toList();
    }

    private List<String> problems(String text) throws IOException {
        return read(text, ALONE).problems().stream()
                .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
                .toList();
    }

    private String withoutFile(String place) {
        return place.replace(directory.resolve("expect.yaml") + ":", "");
    }

    private ExpectationFile.Reading read(String text, Candidates candidates) throws IOException {
        return ExpectationFile.read(Files.writeString(directory.resolve("expect.yaml"), text), candidates, false);
    }
}

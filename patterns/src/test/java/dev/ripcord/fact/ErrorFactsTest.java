package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorFactsTest {
    @Test
    void failuresInARowEndWithASuccess() {
        var folded = fold(session("a")
                .then(call("x"), error("boom"), call("x"), error("boom"))
                .then(call("x"), result("fine"), call("x"), error("boom")));

        assertThat(folded.known(Fact.ERROR_IS)).containsExactly(true, true, false, true);
        assertThat(folded.known(Fact.ERROR_IN_A_ROW)).containsExactly(1L, 2L, 0L, 1L);
        assertThat(folded.known(Fact.ERROR_SAME_IN_A_ROW)).containsExactly(1L, 2L, 0L, 1L);
        assertThat(folded.known(Fact.ERROR_COUNT)).containsExactly(1L, 2L, 2L, 3L);
    }

    @Test
    void anotherToolInBetweenDoesNotEndTheRowOfATool() {
        var folded = fold(session("a")
                .then(call("write"), error("locked"), call("read"), result("text"))
                .then(call("write"), error("locked")));

        assertThat(folded.known(Fact.ERROR_TOOL_IN_A_ROW)).containsExactly(1L, 0L, 2L);
        assertThat(folded.known(Fact.ERROR_IN_A_ROW)).containsExactly(1L, 0L, 1L);
    }

    @Test
    void theSameErrorMayDifferInNumbersAndNames() {
        var folded = fold(session("a")
                .then(call("x"), error("order 17 of 'anna' not found"))
                .then(
                        call("y"),
                        error("Order 18 of 'bob' not found\n  at line 3"),
                        call("y"),
                        error("order is locked")));

        assertThat(folded.known(Fact.ERROR_SAME_IN_A_ROW)).containsExactly(1L, 2L, 1L);
        assertThat(folded.last(Fact.ERROR_IN_A_ROW)).isEqualTo(3L);
    }

    @Test
    void anErrorHiddenInASuccessCountsAsOne() {
        var folded = fold(session("a").repeats(3, call("x"), round -> result("{error: rate limited}")));

        assertThat(folded.known(Fact.ERROR_HIDDEN)).containsExactly(true, true, true);
        assertThat(folded.last(Fact.ERROR_IN_A_ROW)).isEqualTo(3L);
    }

    @Test
    void anOpenErrorIsNotHidden() {
        var folded = fold(session("a").then(call("x"), error("Error: no")));

        assertThat(folded.last(Fact.ERROR_IS)).isEqualTo(true);
        assertThat(folded.last(Fact.ERROR_HIDDEN)).isEqualTo(false);
    }

    @Test
    void validationsCountAsResults() {
        var folded = fold(session("a")
                .then(call("x"), error("boom"))
                .then(event("validation_outcome", "{status: failed, error: schema}"))
                .then(event("validation_outcome", "{status: passed}"), event("validation_outcome")));

        assertThat(folded.known(Fact.ERROR_IN_A_ROW)).containsExactly(1L, 2L, 0L);
        assertThat(folded.known(Fact.ERROR_TOOL_IN_A_ROW)).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"error", "FAILED", "failure", "timeout", "timed out", "permission-denied", "exception", "503"})
    void aStatusMaySayThatItFailed(String status) {
        assertThat(fold(session("a").then(call("x"), event("tool_response").with("status", "'" + status + "'")))
                        .last(Fact.ERROR_IS))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "success", "completed", "200", "201", "pending", "no error", "error_free"})
    void otherStatusDoesNot(String status) {
        assertThat(fold(session("a").then(call("x"), event("tool_response").with("status", "'" + status + "'")))
                        .last(Fact.ERROR_IS))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'  '", "false", "[]", "{}", "None", "0"})
    void anEmptyErrorIsNone(String none) {
        assertThat(fold(session("a").then(call("x"), result("fine").with("error", none)))
                        .last(Fact.ERROR_IS))
                .isEqualTo(false);
    }
}

package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressFactsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            "40%"                                    ~ 0.4
            "about 12.5 % done"                      ~ 0.125
            "3/12 files"                             ~ 0.25
            "3 of 12"                                ~ 0.25
            {"progress": 0.5}                        ~ 0.5
            {"percent": 7}                           ~ 7
            {"state": "running", "percentage": "7%"} ~ 0.07
            {"done": 2, "total": 8}                  ~ 0.25
            """)
    void whatSaysHowFarItHasComeIsRead(String result, double progress) throws IOException {
        assertThat(ProgressShown.in(Json.tree(result))).isEqualTo(progress);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            "pending"
            "2026/11/29"
            {"status": "pending", "timestamp": 7}
            {"total": 8}
            {"done": 2, "total": 0}
            [40]
            7
            """)
    void whatDoesNotIsNone(String result) throws IOException {
        assertThat(ProgressShown.isShown(ProgressShown.in(Json.tree(result)))).isFalse();
    }

    @Test
    void aLongTextMeansSomethingElseByItsPercentages() {
        var log = TextNode.valueOf("x".repeat(ProgressShown.MAX_TEXT) + " coverage 40%");

        assertThat(ProgressShown.isShown(ProgressShown.in(log))).isFalse();
    }

    @Test
    void callsAreCountedFromWhereTheirProgressRoseLast() {
        var rising = fold(session("a").repeats(3, round -> List.of(call("poll", "{}"), result(round + "0%"))));
        var standing = fold(session("a").repeats(3, call("poll", "{}"), result("'10%'")));

        assertThat(rising.known(Fact.OUTCOME_PROGRESSED)).containsExactly(true, true);
        assertThat(rising.known(Fact.CALL_SINCE_PROGRESS)).containsExactly(1L, 2L, 1L);
        assertThat(standing.known(Fact.OUTCOME_PROGRESSED)).containsExactly(false, false);
        assertThat(standing.known(Fact.CALL_SINCE_PROGRESS)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theProgressOfOneCallIsNotThatOfAnother() {
        var folded = fold(session("a")
                .then(call("poll", "{job: 1}"), result("'10%'"), call("poll", "{job: 2}"), result("'20%'"))
                .then(call("poll", "{job: 1}"), result("'10%'")));

        assertThat(folded.known(Fact.OUTCOME_PROGRESSED)).containsExactly(false);
        assertThat(folded.known(Fact.OUTCOME_PROGRESS)).containsExactly(0.1, 0.2, 0.1);
    }
}

package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityFactsTest {
    @Test
    void aCallAndItsAnswerAreOfOneCall() {
        var folded = fold(session("a")
                .then(call("read", "{file: x, line: 1}"), result("text"))
                .then(call("read", "{line: 1, file: x}"), result("text"), call("read", "{file: y}")));

        assertThat(folded.at(2, Fact.CALL_ID)).isNotNull().isEqualTo(folded.at(1, Fact.CALL_ID));
        assertThat(folded.at(3, Fact.CALL_ID)).isEqualTo(folded.at(1, Fact.CALL_ID));
        assertThat(folded.at(5, Fact.CALL_ID)).isNotEqualTo(folded.at(1, Fact.CALL_ID));
    }

    @Test
    void anOutcomeIsTheSameWhateverTheCall() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"), result("text"), call("list", "{}"), result("text"))
                .then(call("list", "{}"), result("more")));

        assertThat(folded.at(4, Fact.OUTCOME_ID)).isNotNull().isEqualTo(folded.at(2, Fact.OUTCOME_ID));
        assertThat(folded.at(6, Fact.OUTCOME_ID)).isNotEqualTo(folded.at(2, Fact.OUTCOME_ID));
    }

    @Test
    void errorsThatDifferInNumbersOnlyAreTheSame() {
        var folded = fold(session("a")
                .then(call("read", "{file: x}"), error("no such line 7"), call("read", "{file: y}"))
                .then(error("no such line 8"), call("read", "{file: y}"), result("fine")));

        assertThat(folded.at(4, Fact.ERROR_ID)).isNotNull().isEqualTo(folded.at(2, Fact.ERROR_ID));
        assertThat(folded.at(6, Fact.ERROR_ID)).isNull();
    }

    @Test
    void aToolThatOnlyCommunicatesMakesACallToo() {
        var folded = fold(session("a").then(call("respond", "{text: hi}"), call("respond", "{text: hi}")));

        assertThat(folded.at(2, Fact.CALL_ID)).isNotNull().isEqualTo(folded.at(1, Fact.CALL_ID));
        assertThat(folded.at(2, Fact.CALL_COUNT)).isNull();
    }

    @Test
    void messagesHaveOneOfTheirOwn() {
        var folded = fold(session("a").then(message("Done."), message("Done."), message("Not yet.")));

        assertThat(folded.at(2, Fact.MESSAGE_ID)).isNotNull().isEqualTo(folded.at(1, Fact.MESSAGE_ID));
        assertThat(folded.at(3, Fact.MESSAGE_ID)).isNotEqualTo(folded.at(1, Fact.MESSAGE_ID));
    }
}

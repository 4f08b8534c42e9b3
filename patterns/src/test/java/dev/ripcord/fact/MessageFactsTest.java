package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageFactsTest {
    private static final String LONG =
            IntStream.range(0, 200).mapToObj(word -> "word" + word).collect(Collectors.joining(" "));

    @Test
    void equalMessagesAreARowUntilACallOrAUserRequest() {
        var folded = fold(session("a")
                .then(message("hi"), message("hi"), decision("wait"), message("hi"))
                .then(call("read"), message("hi"), userRequest("well?"), message("hi"), message("ho")));

        assertThat(folded.known(Fact.MESSAGE_IN_A_ROW)).containsExactly(1L, 2L, 3L, 1L, 1L, 1L);
    }

    @Test
    void talkingToolsAndResultsDoNotEndTheRow() {
        var folded = fold(session("a")
                .then(call("read"), message("hi"), result("text"))
                .then(call("send_msg_to_user", "{text: x}"), message("hi")));

        assertThat(folded.last(Fact.MESSAGE_IN_A_ROW)).isEqualTo(2L);
    }

    @Test
    void nearlyEqualMessagesAreSimilar() {
        var folded = fold(session("a")
                .then(message(LONG), message(LONG + " again"), message("other words than these"))
                .then(call("read"), message(LONG)));

        assertThat(folded.known(Fact.MESSAGE_SIMILAR_IN_A_ROW)).containsExactly(1L, 2L, 1L, 1L);
        assertThat(folded.known(Fact.MESSAGE_SIMILAR_RECENT)).containsExactly(1L, 2L, 1L, 3L);
        assertThat(folded.known(Fact.MESSAGE_IN_A_ROW)).containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void onlyTheLatest16AreRecent() {
        var folded = fold(session("a").repeats(20, message("the same words again")));

        assertThat(folded.last(Fact.MESSAGE_SIMILAR_RECENT)).isEqualTo(16L);
        assertThat(folded.last(Fact.MESSAGE_SIMILAR_IN_A_ROW)).isEqualTo(20L);
    }

    @Test
    void aHashTellsEqualMessagesOnly() {
        var hashed = message("x").without("content").with("content_hash", "abc");
        var folded = fold(session("a").repeats(2, hashed));

        assertThat(folded.known(Fact.MESSAGE_IN_A_ROW)).containsExactly(1L, 2L);
        assertThat(folded.known(Fact.MESSAGE_SIMILAR_IN_A_ROW)).isEmpty();
    }
}

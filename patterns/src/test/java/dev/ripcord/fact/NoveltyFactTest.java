package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.state;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.session.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoveltyFactTest {
    @Test
    void stepsAndCallsAreCountedSinceTheLatestNewThing() {
        var folded = fold(session("a").repeats(3, decision("look"), call("read"), result("text")));

        assertThat(folded.known(Fact.NOVELTY_STEPS_SINCE)).containsExactly(0L, 0L, 0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(folded.known(Fact.NOVELTY_CALLS_SINCE)).containsExactly(0L, 0L, 0L, 0L, 1L, 1L, 1L, 2L, 2L);
    }

    static List<Draft> newThings() {
        return List.of(
                call("read", "{page: 2}"),
                decision("something else"),
                state("s2"),
                userRequest("look again"),
                userRequest("look again"),
                event("human_approval"));
    }

    @ParameterizedTest
    @MethodSource("newThings")
    void somethingNewBeginsTheCountAgain(Draft newThing) {
        var folded = fold(session("a")
                .then(userRequest("look again"), state("s1"))
                .repeats(2, decision("look"), call("read"))
                .then(newThing));

        assertThat(folded.at(6, Fact.NOVELTY_STEPS_SINCE)).isEqualTo(2L);
        assertThat(folded.last(Fact.NOVELTY_STEPS_SINCE)).isEqualTo(0L);
    }

    @Test
    void anotherOutcomeOfTheSameCallIsNew() {
        var folded = fold(
                session("a").then(call("read"), result("1"), call("read"), result("1"), call("read"), result("2")));

        assertThat(folded.known(Fact.NOVELTY_STEPS_SINCE)).containsExactly(0L, 0L, 1L, 2L, 3L, 0L);
    }

    @Test
    void reportsAndTalkNeitherCountNorAreNew() {
        var folded = fold(session("a").then(call("read"), call("read"), cost("0.1"), message("hello"), call("read")));

        assertThat(folded.known(Fact.NOVELTY_STEPS_SINCE)).containsExactly(0L, 1L, 1L, 1L, 2L);
    }

    @Test
    void itIsUnknownAfterACallWithoutArgumentsUntilTheNextNewThing() {
        var folded = fold(session("a")
                .then(call("read"), call("read").without("tool_args"), call("read"))
                .then(call("write"), call("write")));

        assertThat(folded.at(2, Fact.NOVELTY_STEPS_SINCE)).isNull();
        assertThat(folded.at(3, Fact.NOVELTY_STEPS_SINCE)).isNull();
        assertThat(folded.at(5, Fact.NOVELTY_STEPS_SINCE)).isEqualTo(1L);
    }

    @Test
    void itIsUnknownAfterAResultThatIsNotShown() {
        var folded = fold(session("a").then(call("read"), event("tool_response"), call("read")));

        assertThat(folded.known(Fact.NOVELTY_CALLS_SINCE)).containsExactly(0L);
    }
}

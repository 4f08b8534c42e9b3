package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.decision;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopFactsTest {
    @Test
    void alternatingCallsAreALoopOfTwo() {
        var folded = fold(session("a").repeats(3, call("search", "{q: x}"), call("read", "{page: 1}")));

        assertThat(folded.known(Fact.LOOP_PERIOD)).containsExactly(0L, 0L, 0L, 2L, 2L, 2L);
        assertThat(folded.known(Fact.LOOP_REPEATS)).containsExactly(1L, 1L, 1L, 2L, 2L, 3L);
        assertThat(folded.known(Fact.LOOP_LENGTH)).containsExactly(0L, 0L, 0L, 4L, 5L, 6L);
    }

    @Test
    void thinkingAndTalkingBetweenCallsDoNotHideALoop() {
        var folded = fold(session("a")
                .repeats(
                        4,
                        round -> List.of(
                                decision("thought " + round),
                                call("send_msg_to_user", "{text: m" + round + "}"),
                                call("search", "{q: x}"))));

        assertThat(folded.last(Fact.LOOP_REPEATS)).isEqualTo(4L);
    }

    @Test
    void aLoopIsStaleWhileItsOutcomesAreTheSame() {
        var stale = fold(session("a").repeats(3, call("search"), result("nothing"), call("read"), result("empty")));
        var polling = fold(session("b").repeats(3, round -> List.of(call("search"), result("r" + round))));

        assertThat(stale.last(Fact.STALE_LOOP_PERIOD)).isEqualTo(2L);
        assertThat(stale.last(Fact.STALE_LOOP_REPEATS)).isEqualTo(3L);
        assertThat(stale.last(Fact.STALE_LOOP_LENGTH)).isEqualTo(6L);
        assertThat(polling.last(Fact.STALE_LOOP_PERIOD)).isEqualTo(0L);
        assertThat(polling.at(5, Fact.LOOP_REPEATS)).isEqualTo(3L);
    }

    @Test
    void aCallWithoutArgumentsEndsALoop() {
        var folded = fold(session("a").then(call("read"), call("read").without("tool_args"), call("read")));

        assertThat(folded.known(Fact.LOOP_PERIOD)).containsExactly(0L, 0L);
    }
}

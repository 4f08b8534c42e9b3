package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.userRequest;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestFactsTest {
    @Test
    void whatTheUserAsksBeginsTheCountsAnew() {
        var folded = fold(session("a")
                .then(call("read", "{}"), result("x"), call("read", "{}"))
                .then(userRequest("go on"), call("read", "{}"), result("x")));

        assertThat(folded.all(Fact.REQUEST_CALLS)).containsExactly(1L, 1L, 2L, 0L, 1L, 1L);
        assertThat(folded.all(Fact.REQUEST_STEPS)).containsExactly(1L, 2L, 3L, 0L, 1L, 2L);
    }

    @Test
    void eachTypeIsCountedForItself() {
        var folded = fold(session("a")
                .then(call("read", "{}"), result("x"), call("read", "{}"))
                .then(userRequest("go on"), call("read", "{}"), event("something_else")));

        assertThat(folded.all(Fact.SESSION_TYPE_COUNT)).containsExactly(1L, 1L, 2L, 1L, 3L, null);
        assertThat(folded.all(Fact.REQUEST_TYPE_COUNT)).containsExactly(1L, 1L, 2L, null, 1L, null);
    }
}

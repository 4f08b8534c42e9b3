package dev.ripcord.condition;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.error;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.FoldLimits;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentListTest {
    private static final String CALLED_AMONG_FOUR = "recent.calls.take(4).filter(one, one == call.id).size() == 2";

    @Test
    void theSameCallIsCountedInAWindowOfAnyLength() {
        var session = session("a")
                .then(call("a"), call("read", "{file: x}"), call("read", "{file: y}"), call("read", "{file: z}"))
                .then(call("read", "{file: x}"));

        assertThat(holdsAt(session, CALLED_AMONG_FOUR)).containsExactly(false, false, false, false, true);
    }

    @Test
    void fewDistinctCallsInAFullWindowAreACircle() {
        var session = session("a")
                .repeats(2, call("read", "{file: x}"), round -> call("read", "{file: y}"))
                .then(call("read", "{file: z}"));

        assertThat(holdsAt(session, "recent.calls.slice(0, 4).distinct().size() <= 2"))
                .as("slice is absent where the window is not full")
                .containsExactly(false, false, false, true, false);
    }

    @Test
    void someOfTheLatestResultsFailed() {
        var session = session("a")
                .then(call("read", "{file: x}"), error("no"), call("read", "{file: y}"), result("text"))
                .then(call("read", "{file: z}"), error("no"));

        assertThat(holdsAt(session, "error.is && recent.failed.take(3).filter(one, one).size() >= 2"))
                .containsExactly(false, false, false, false, false, true);
    }

    @Test
    void theSameOutcomeOfACallIsOneNumber() {
        var session = session("a")
                .then(call("read", "{file: x}"), result("text"), call("read", "{file: y}"), result("text"))
                .then(call("read", "{file: x}"), result("text"));

        assertThat(holdsAt(session, "recent.outcomes.take(3).distinct().size() == 2"))
                .containsExactly(false, false, false, true, true, true);
    }

    /** Each step is judged before the next one is folded, as the detector does. */
    private static List<Boolean> holdsAt(Session session, String clause) {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        Condition condition = Clauses.condition(clause);
        return session.envelopes().stream()
                .map(envelope ->
                        condition.holds(fold.after(envelope).orElseThrow(), MatchedSteps.NONE, Parameters.NONE))
                .toList();
    }
}

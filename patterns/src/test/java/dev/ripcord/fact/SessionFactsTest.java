package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.start;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionFactsTest {
    @Test
    void stepsCallsAndTimeAreCounted() {
        var folded = fold(session("a")
                .then(start(), call("x"), result("y"))
                .after(Duration.ofSeconds(10))
                .then(call("x")));

        assertThat(folded.known(Fact.SESSION_STEPS)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(folded.known(Fact.SESSION_CALLS)).containsExactly(0L, 1L, 1L, 2L);
        assertThat(folded.last(Fact.SESSION_AGE)).isEqualTo(Duration.ofSeconds(13));
        assertThat(folded.at(1, Fact.SESSION_IDLE)).isNull();
        assertThat(folded.last(Fact.SESSION_IDLE)).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void eventsOfUnknownTypesAreSteps() {
        assertThat(fold(session("a").then(event("dream"), event("dream"))).last(Fact.SESSION_STEPS))
                .isEqualTo(2L);
    }

    @Test
    void whatComesAfterTheEndIsLate() {
        var folded = fold(session("a").then(call("x"), end(), call("x")));

        assertThat(folded.known(Fact.SESSION_ENDED)).containsExactly(false, false, true);
        assertThat(folded.fold().ended()).isTrue();
        assertThat(folded.fold().coverage().late()).isEqualTo(1);
    }

    @Test
    void terminationEndsASessionToo() {
        assertThat(fold(session("a").then(event("termination"))).fold().ended()).isTrue();
    }
}

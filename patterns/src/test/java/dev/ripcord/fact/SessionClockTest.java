package dev.ripcord.fact;

import static dev.ripcord.fact.FoldedSession.fold;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.cost;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.session.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionClockTest {
    private static final long YEAR_3000 = Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();

    @Test
    void itGoesByTheLatestTimestamp() {
        var folded = fold(session("a").then(call("x"), call("x").stamped(Session.START), call("x")));

        assertThat(folded.steps())
                .extracting(Step::time)
                .containsExactly(Session.START, Session.START, Session.START + 2_000);
    }

    @Test
    void aTimestampIsLimitedToKafkasPlusTheAllowedSkew() {
        var folded = fold(session("a").clockAhead(Duration.ofHours(1)).then(call("x"), call("x")));

        assertThat(folded.steps()).extracting(Step::time).containsExactly(Session.START + 5_000, Session.START + 6_000);
        assertThat(folded.fold().coverage().limited()).isEqualTo(2);
    }

    @Test
    void theYear3000DoesNotExpireTheMinute() {
        var folded = fold(session("a").then(cost("0.1"), cost("0.1").stamped(YEAR_3000), cost("0.1")));

        assertThat(folded.last(Fact.COST_MINUTE)).isEqualTo(new BigDecimal("0.3"));
        assertThat(folded.fold().restarted()).isFalse();
        assertThat(folded.fold().time()).isEqualTo(Session.START + 6_000);
    }

    @Test
    void theYear1970InTheMiddleMovesNothing() {
        var folded = fold(session("a").then(call("x"), call("x").stamped(0), call("x")));

        assertThat(folded.last(Fact.CALL_COUNT)).isEqualTo(3L);
        assertThat(folded.last(Fact.SESSION_AGE)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theYear1970AtTheBeginningOnlyBeginsTheFactsAnew() {
        var folded = fold(session("a").then(cost("0.1").stamped(0), cost("0.1"), cost("0.1")));

        assertThat(folded.at(3, Fact.SESSION_STEPS)).isEqualTo(2L);
        assertThat(folded.at(3, Fact.SESSION_AGE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(folded.at(3, Fact.COST_MINUTE)).isEqualTo(new BigDecimal("0.2"));
        assertThat(folded.fold().startedAt()).isZero();
    }
}

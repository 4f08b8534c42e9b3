package dev.ripcord.console.stops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopGroupTest {
    private static final long HOUR = 3_600_000;

    private final List<Stop> stops = List.of(
            stop("1", 0, "a", "identical-call", "search", "1.00"),
            stop("2", 10, "a", "identical-call", "search", "1.50"),
            stop("3", HOUR, "b", "cost-spike", "search", "2"),
            stop("4", HOUR + 5, "c", "cost-spike", "", null),
            stop("5", HOUR + 6, "d", "cost-spike", "browse", null));

    @Test
    void theLargestGroupComesFirstAndEachSessionCostsOnce() {
        assertThat(StopGroup.of(stops, StopGrouping.TOOL))
                .extracting(StopGroup::key, StopGroup::halts, StopGroup::sessions, StopGroup::spendUsd)
                .containsExactly(
                        tuple("search", 3, 2, new BigDecimal("3.50")),
                        tuple("", 1, 1, null),
                        tuple("browse", 1, 1, null));
    }

    @Test
    void theLatestHourComesFirst() {
        assertThat(StopGroup.of(stops, StopGrouping.HOUR))
                .extracting(StopGroup::key, StopGroup::halts, StopGroup::first, StopGroup::last)
                .containsExactly(
                        tuple("1970-01-01T01:00:00Z", 3, HOUR, HOUR + 6), tuple("1970-01-01T00:00:00Z", 2, 0L, 10L));
    }

    @Test
    void theSessionsThatWereStoppedLastAreTheExamples() {
        assertThat(StopGroup.of(stops, StopGrouping.PATTERN).get(0).examples())
                .extracting(StopGroup.Example::sessionId)
                .containsExactly("d", "c", "b");
    }

    private static Stop stop(String id, long time, String session, String pattern, String tool, String dollars) {
        return new Stop(
                id,
                time,
                new SessionKey(SessionKey.DEFAULT_TENANT, session),
                pattern,
                "agent",
                tool,
                dollars == null ? null : new BigDecimal(dollars));
    }
}

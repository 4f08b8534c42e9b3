package dev.ripcord.condition;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FoldLimits;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.Step;
import dev.ripcord.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactReachTest {
    private static final int LONGEST_CYCLE = 20;

    /** Whatever repeats, for longer than any fact looks back: each period, the same call, the same message. */
    private static final List<Step> STEPS = IntStream.rangeClosed(0, LONGEST_CYCLE)
            .mapToObj(FactReachTest::repeating)
            .flatMap(session -> folded(session).stream())
            .toList();

    @ParameterizedTest
    @EnumSource(
            names = {
                "CALL_RECENT",
                "MESSAGE_SIMILAR_RECENT",
                "LOOP_PERIOD",
                "STALE_LOOP_PERIOD",
                "STALL_REPEATS",
                "COVERAGE_OUTCOMES"
            })
    void whatIsTakenForTheMostIsReachedAndNeverPassed(Fact fact) {
        assertThat(largest(fact)).isEqualTo(FactReach.of(fact).most());
    }

    @Test
    void noFactIsEverMoreThanWhatItIsTakenToReach() {
        assertThat(Arrays.stream(Fact.values())
                        .filter(fact -> largest(fact) > FactReach.of(fact).most()))
                .isEmpty();
    }

    private static double largest(Fact fact) {
        return STEPS.stream()
                .map(step -> step.facts().value(fact))
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .max()
                .orElse(0);
    }

    /** @param period calls in one round; 0 for messages */
    private static Session repeating(int period) {
        return period == 0
                ? session("words").repeats(100, message("the same words again"))
                : session("cycle-" + period)
                        .repeats(
                                100,
                                round -> List.of(
                                        call("read", "{page: " + round % period + "}"),
                                        result("{text: page " + round % period + "}")));
    }

    private static List<Step> folded(Session session) {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        return session.envelopes().stream()
                .flatMap(envelope -> fold.after(envelope).stream())
                .toList();
    }
}

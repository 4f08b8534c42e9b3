package dev.ripcord.condition;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.message;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.event.Envelope;
import dev.ripcord.fact.Fact;
import dev.ripcord.fact.FactKind;
import dev.ripcord.fact.FoldLimits;
import dev.ripcord.fact.RandomLog;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.fact.Step;
import dev.ripcord.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactReachTest {
    private static final int LONGEST_CYCLE = 20;

    private static final int DRAWN = 2_000;

    /**
     * Whatever repeats, for longer than any fact looks back: each period, the same call, the same message. And what is
     * drawn, where clocks run wrong and fields bear nonsense.
     */
    private static final List<Step> STEPS = Stream.concat(
                    IntStream.rangeClosed(0, LONGEST_CYCLE)
                            .mapToObj(period -> repeating(period).envelopes()),
                    LongStream.range(0, 6).mapToObj(seed -> new RandomLog(seed, DRAWN).envelopes()))
            .flatMap(log -> folded(log).stream())
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
    void countsOfTheStepItselfBeginAtOneAndAreSeenThere() {
        List<Fact> fromOne = Arrays.stream(Fact.values())
                .filter(fact -> FactReach.of(fact).least() == 1)
                .toList();

        assertThat(fromOne)
                .hasSize(27)
                .allSatisfy(fact ->
                        assertThat(values(fact).min()).as(fact.factName()).hasValue(1));
    }

    @Test
    void noFactIsEverLessOrMoreThanWhatItIsTakenToBe() {
        assertThat(Arrays.stream(Fact.values()).filter(fact -> fact.kind() != FactKind.IDENTITY))
                .allSatisfy(fact -> assertThat(values(fact))
                        .as(fact.factName())
                        .allMatch(value -> value >= FactReach.of(fact).least()
                                && value <= FactReach.of(fact).most()));
    }

    private static double largest(Fact fact) {
        return values(fact).max().orElse(0);
    }

    private static DoubleStream values(Fact fact) {
        return STEPS.stream()
                .map(step -> step.facts().value(fact))
                .filter(Objects::nonNull)
                .flatMapToDouble(value -> Demands.number(value).stream().mapToDouble(number -> number));
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

    private static List<Step> folded(List<Envelope> log) {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        return log.stream().flatMap(envelope -> fold.after(envelope).stream()).toList();
    }
}

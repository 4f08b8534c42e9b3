package dev.ripcord.deploy.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Traffic TRAFFIC = Traffic.of(20, 50);

    @Test
    void sessionsTakeTurnsAndEachIsWholeBeforeTheNextBegins() {
        Map<Long, Integer> latest = new HashMap<>();
        for (long event = 0; event < 20 * 200; event++) {
            long session = TRAFFIC.session(event);
            int index = TRAFFIC.index(event);
            assertThat(session % 20).isEqualTo(event % 20);
            if (session >= 20 || latest.containsKey(session)) {
                assertThat(index).isEqualTo(latest.getOrDefault(session, -1) + 1);
            }
            latest.put(session, index);
        }
        assertThat(latest).hasSizeGreaterThan(20 * 4);
    }

    @Test
    void theFirstSessionsAreAtDifferentPointsOfTheirLife() {
        assertThat(LongStream.range(0, 20).mapToInt(TRAFFIC::index).distinct().count())
                .isGreaterThan(10);
    }

    @Test
    void timeRisesAndASessionTakesAStepInItsTime() {
        for (long event = 1; event < 1_000; event++) {
            assertThat(TRAFFIC.time(event)).isGreaterThan(TRAFFIC.time(event - 1));
        }
        assertThat(TRAFFIC.time(20)).isEqualTo(TRAFFIC.time(0) + 2_000);
        assertThat(TRAFFIC.from(7).time(0)).isEqualTo(7);
    }

    @Test
    void beginsWhereTheFirstOfItsEventsIs() {
        for (long session = 20; session < 200; session++) {
            long first = TRAFFIC.begins(session);
            assertThat(TRAFFIC.session(first)).isEqualTo(session);
            assertThat(TRAFFIC.index(first)).isZero();
        }
    }

    @Test
    void threeOfAHundredRunAwayInThreeWays() {
        Map<Family, Integer> families = new HashMap<>();
        for (long session = 0; session < 30_000; session++) {
            families.merge(TRAFFIC.family(session), 1, Integer::sum);
        }
        assertThat(families.get(Family.HEALTHY)).isBetween(28_900, 29_300);
        assertThat(families)
                .hasSize(4)
                .allSatisfy((family, count) -> assertThat(count).isGreaterThan(200));
        assertThat(TRAFFIC.withLoops(0).family(5)).isEqualTo(Family.HEALTHY);
        assertThat(TRAFFIC.withLoops(1_000).family(5)).isNotEqualTo(Family.HEALTHY);
    }

    @Test
    void sessionsTooShortToRunAwayAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Traffic.of(1, 9));
    }
}

package dev.ripcord.deploy.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static final Traffic TRAFFIC = Traffic.of(40, 10).withLoops(300);
    private static final long EVENTS = 4_000;

    @Test
    void allRunawaysAndNoOtherIsRight() {
        var runaways = Expected.runaways(TRAFFIC, EVENTS);
        assertThat(runaways).hasSizeGreaterThan(50);
        assertThat(Expected.check(TRAFFIC, EVENTS, runaways)).isEqualTo(runaways.size());
    }

    @Test
    void aMissedRunawayIsWrong() {
        Set<Long> found = new HashSet<>(Expected.runaways(TRAFFIC, EVENTS));
        found.remove(found.iterator().next());
        assertThatThrownBy(() -> Expected.check(TRAFFIC, EVENTS, found))
                .isInstanceOf(WrongFindings.class)
                .hasMessageContaining("ran away");
    }

    @Test
    void aHealthySessionThatWasFoundIsWrong() {
        Set<Long> found = new HashSet<>(Expected.runaways(TRAFFIC, EVENTS));
        long healthy = 0;
        while (TRAFFIC.family(healthy) != Family.HEALTHY) {
            healthy++;
        }
        found.add(healthy);
        assertThatThrownBy(() -> Expected.check(TRAFFIC, EVENTS, found))
                .isInstanceOf(WrongFindings.class)
                .hasMessageContaining("healthy");
    }

    @Test
    void aRunawayThatIsStillUnderWayMayBeFoundAndNeedNotBe() {
        long events = EVENTS;
        while (!Expected.runaways(TRAFFIC, events).equals(Expected.runaways(TRAFFIC, events + 1))) {
            events++;
        }
        var later = Expected.runaways(TRAFFIC, events + 400);
        assertThat(later).hasSizeGreaterThan(Expected.runaways(TRAFFIC, events).size());
        assertThat(Expected.check(TRAFFIC, events, later)).isLessThan(later.size());
    }
}

package dev.ripcord.deploy.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.condition.ParameterType;
import dev.ripcord.pattern.Parameter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void boundsThatAreDecadesApartAreSteppedThroughInMultiples() {
        assertThat(Levels.of(parameter(ParameterType.INT, 4L, 1L, 1000L), 7))
                .containsExactly(1L, 4L, 10L, 32L, 100L, 316L, 1000L);
    }

    @Test
    void boundsThatAreNearAreSteppedThroughEvenly() {
        assertThat(Levels.of(parameter(ParameterType.INT, 5L, 2L, 10L), 5)).containsExactly(2L, 5L, 6L, 8L, 10L);
        assertThat(Levels.of(parameter(ParameterType.DOUBLE, 0.5, 0.1, 0.9), 3)).containsExactly(0.1, 0.5, 0.9);
    }

    @Test
    void wholeNumbersThatWouldFallTogetherAreTriedOnce() {
        assertThat(Levels.of(parameter(ParameterType.INT, 3L, 2L, 4L), 24)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void fromZeroTheFirstStepIsATenthOfTheDefault() {
        assertThat(Levels.of(parameter(ParameterType.DOUBLE, 0.05, 0.0, 500.0), 7))
                .containsExactly(0.0, 0.005, 0.05, 0.5, 5.0, 50.0, 500.0);
    }

    @Test
    void durationsAreReadable() {
        var levels = Levels.of(
                parameter(ParameterType.DURATION, Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofHours(24)),
                6);

        assertThat(levels.stream().map(Setting::written)).containsExactly("10s", "1m", "10m", "38m", "3h54m", "1d");
    }

    @Test
    void whatHasNoBoundsOrNoOrderIsNotTurned() {
        var text = new Parameter("p", ParameterType.STRING, "a", Optional.empty(), Optional.empty(), "d");
        var open = new Parameter("p", ParameterType.INT, 3L, Optional.of(1L), Optional.empty(), "d");
        var flag = new Parameter("p", ParameterType.BOOL, true, Optional.empty(), Optional.empty(), "d");

        assertThat(Levels.has(text)).isFalse();
        assertThat(Levels.has(open)).isFalse();
        assertThat(Levels.of(flag, 2)).containsExactly(false, true);
    }

    private static Parameter parameter(ParameterType type, Object usual, Object least, Object most) {
        return new Parameter("p", type, usual, Optional.of(least), Optional.of(most), "d");
    }
}

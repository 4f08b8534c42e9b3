package dev.ripcord.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "500ms,PT0.5S",
        "10s,PT10S",
        "5m,PT5M",
        "1h30m,PT1H30M",
        "2d,PT48H",
        "1d2h3m4s5ms,PT26H3M4.005S",
        "90m,PT1H30M",
        "0s,PT0S",
        "100000d,PT2400000H",
    })
    void aDurationIsReadAsPeopleWriteIt(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10",
                "s",
                "10 s",
                " 10s",
                "10s ",
                "-10s",
                "1.5h",
                "10S",
                "10w",
                "10s,5s",
                "x10s",
                "10s5",
                "100001d",
                "100000d1ms",
                "999999999999999999d",
                "99999999999999999999s",
                "999999999999999999ms1d"
            })
    void whatIsNoDurationOrAnEndlessOneIsRefused(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0s", "PT90S,1m30s", "PT0.5S,500ms", "PT48H,2d", "PT0.0009S,0s", "PT-90S,-1m30s"})
    void aDurationIsWrittenAsShortAsItCanBe(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Duration duration = Duration.ofMillis(random.nextLong(Durations.MAX.toMillis()) >> random.nextInt(40));
            assertThat(Durations.parse(Durations.format(duration)))
                    .as("seed %d, round %d", seed, round)
                    .contains(duration);
        }
    }

    @Test
    void everyDurationThatIsReadHasMilliseconds() {
        assertThat(Durations.MAX.toMillis()).isPositive().isLessThan(Long.MAX_VALUE / 1_000);
    }
}

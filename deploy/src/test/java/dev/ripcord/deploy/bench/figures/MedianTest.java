package dev.ripcord.deploy.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheOneInTheMiddleWhateverTheOrder() {
        assertThat(Median.of(List.of(9, 1, 5))).isEqualTo(5);
        assertThat(Median.of(List.of(7))).isEqualTo(7);
        assertThat(Median.of(List.of(1_000_000, 3, 4, 2, 1))).isEqualTo(3);
    }

    @Test
    void ofAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(List.of(4, 1, 2, 100))).isEqualTo(3);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.of()));
    }
}

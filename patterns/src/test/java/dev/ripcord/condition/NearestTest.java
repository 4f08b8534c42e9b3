package dev.ripcord.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"tol,tool,1", "cuont,count,1", "kitten,sitting,3", "same,same,0", "'',abc,3"})
    void countsSlipsOfTheFinger(String left, String right, int slips) {
        assertThat(Nearest.distance(left, right)).isEqualTo(slips);
        assertThat(Nearest.distance(right, left)).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"cuont,count", "in_a_raw,in_a_row", "x,none", "spam,span", "completely,none"},
            nullValues = "none")
    void suggestsOnlyWhatIsNear(String found, String near) {
        assertThat(Nearest.to(found, List.of("count", "in_a_row", "is_new", "span"))
                        .orElse(null))
                .isEqualTo(near);
    }
}

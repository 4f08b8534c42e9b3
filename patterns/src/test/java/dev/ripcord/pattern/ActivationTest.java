package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivationTest {
    @Test
    void anActivationIsDueHalfASecondAfterItsRecord() {
        Activation due = activation(null).dueAfter(10_000);

        assertThat(due.activateAt()).isEqualTo(10_500);
        assertThat(due).usingRecursiveComparison().ignoringFields("activateAt").isEqualTo(activation(null));
    }

    @Test
    void aTimeThatIsGivenCounts() {
        assertThat(activation(7L).dueAfter(10_000)).isEqualTo(activation(7L));
    }

    @Test
    void withoutAHashItDeactivates() {
        assertThat(activation(null).deactivates()).isFalse();
        assertThat(new Activation(1, "loop", null, Mode.SHADOW, null, null, "maria", null).deactivates())
                .isTrue();
    }

    @Test
    void noParametersAreAnEmptyMap() {
        assertThat(new Activation(1, "loop", "h", Mode.SHADOW, null, null, "maria", null).parameters())
                .isEmpty();
    }

    private static Activation activation(Long activateAt) {
        return new Activation(
                1, "loop", "h", Mode.ENFORCE, Map.of("times", 4), activateAt, "maria", "tried for a week");
    }
}

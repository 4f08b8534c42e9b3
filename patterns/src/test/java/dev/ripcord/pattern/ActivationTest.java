package dev.ripcord.pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
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

    @Test
    void whatWasInForceBeforeIsKnownAndCanBePutInForceAgain() {
        Activation first = activation(1L);
        Activation second = new Activation(1, "loop", "i", Mode.SHADOW, Map.of(), null, "joe", null).replacing(first);

        Activation back = second.before("maria", "too loud").orElseThrow();

        assertThat(back)
                .isEqualTo(new Activation(1, "loop", "h", Mode.ENFORCE, Map.of("times", 4), null, "maria", "too loud"));
        assertThat(back.before("maria", null)).isEmpty();
        assertThat(second.dueAfter(10_000).previous()).isEqualTo(second.previous());
    }

    @Test
    void onlySoManyAreRemembered() {
        Activation latest = activation(0L);
        for (long time = 1; time <= 20; time++) {
            latest =
                    new Activation(1, "loop", "h" + time, Mode.SHADOW, Map.of(), time, "maria", null).replacing(latest);
        }

        assertThat(latest.previous())
                .hasSize(Activation.MOST_PREVIOUS)
                .first()
                .extracting(EarlierActivation::activateAt)
                .isEqualTo(19L);
    }

    @Test
    void whatSaysTheSameAgainIsNoStepToGoBackOver() {
        Activation first = new Activation(1, "loop", "g", Mode.SHADOW, Map.of(), 1L, "joe", null);
        Activation second = activation(2L).replacing(first);

        Activation again = activation(3L).replacing(second);

        assertThat(again.previous()).isEqualTo(second.previous());
        assertThat(again.before("maria", null).orElseThrow().hash()).isEqualTo("g");
        assertThat(activation(3L).saysTheSameAs(activation(2L))).isTrue();
        assertThat(new Activation(1, "loop", "h", Mode.ENFORCE, Map.of("times", 5), 3L, "maria", null)
                        .replacing(second)
                        .previous())
                .hasSize(2);
    }

    /** One that was written before there was the key. */
    @Test
    void anActivationWithoutPreviousIsReadAndWrittenAsItWas() throws Exception {
        String written = "{\"schema_version\":1,\"id\":\"loop\",\"hash\":\"h\",\"mode\":\"shadow\",\"parameters\":{},"
                + "\"actor\":\"maria\"}";

        Activation read = Json.read(written.getBytes(UTF_8), Activation.class);

        assertThat(read.previous()).isEmpty();
        assertThat(Json.text(read)).isEqualTo(written);
    }

    private static Activation activation(Long activateAt) {
        return new Activation(
                1, "loop", "h", Mode.ENFORCE, Map.of("times", 4), activateAt, "maria", "tried for a week");
    }
}

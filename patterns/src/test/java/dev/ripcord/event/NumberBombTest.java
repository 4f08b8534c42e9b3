package dev.ripcord.event;

import static dev.ripcord.event.ValidEvent.read;
import static dev.ripcord.event.ValidEvent.withPayload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twelve bytes of valid JSON that are a gigabyte once their digits are written out must cost nothing. */
class NumberBombTest {
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "9.99e2147483646",
                "-1e999999999",
                "1e-999999999",
                "-1e-999999999",
                "0e999999999",
                "1.5e-2147483640",
                "\"1e999999999\"",
                "\"1e-999999999\"",
                "\"0e999999999\"",
                "\"1e2147483647\"",
                "\"1e-2147483647\"",
            })
    void everyWayThatAnEventsNumbersAreReadIsSafe(String bomb) {
        assertTimeoutPreemptively(FAR_TOO_LONG, () -> {
            decodeEverywhere(bomb);
            Payload payload = read(withPayload("bomb", bomb)).payload();
            boolean tiny = bomb.contains("e-") && !bomb.startsWith("-") || bomb.contains("0e");
            OptionalLong expected = tiny ? OptionalLong.of(0) : OptionalLong.empty();
            assertThat(payload.count("bomb")).isEqualTo(expected);
            assertThat(payload.nanoDollars("bomb")).isEqualTo(expected);
            assertThat(payload.text("bomb").orElseThrow()).hasSizeLessThan(40);
            assertThat(payload.hasUnreadable("bomb")).isFalse();
            assertThat(payload.toString()).hasSizeLessThan(60);
            assertThat(payload).isEqualTo(read(withPayload("bomb", bomb)).payload());
            assertThat(payload)
                    .hasSameHashCodeAs(read(withPayload("bomb", bomb)).payload());
        });
    }

    /** As an id, as a time and as a sequence: read or refused, and no matter which. */
    private static void decodeEverywhere(String bomb) {
        String event = """
                {"event_type":%1$s,"session_id":%1$s,"agent_id":%1$s,"timestamp":%1$s,"payload":{"deep":[%1$s]},
                 "sequence":%1$s,"trace_id":%1$s}
                """;
        assertThat(EventDecoder.decode(event.formatted(bomb).getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
        String traced = "{\"event_type\":\"x\",\"session_id\":\"x\",\"agent_id\":\"x\",\"timestamp\":1,"
                + "\"trace_id\":\"t\",\"payload\":{\"bomb\":" + bomb + "}}";
        assertThat(Identity.of(read(traced.getBytes(StandardCharsets.UTF_8)))).isPresent();
    }
}

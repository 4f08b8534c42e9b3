package dev.ripcord.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.List;

/** Bad input of every kind, as producers have sent it. */
final class Poison {
    /** No events: each must be dead-lettered. */
    static final List<byte[]> RECORDS = List.of(
            "not json".getBytes(UTF_8),
            "".getBytes(UTF_8),
            "[1,2,3]".getBytes(UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe, 0x00},
            event("\"session_id\":\"odd\",", "").getBytes(UTF_8),
            event("\"timestamp\":1767225600,", "\"timestamp\":\"yesterday\",").getBytes(UTF_8),
            event("\"payload\":{}", "\"payload\":[]").getBytes(UTF_8),
            event("\"agent_id\":\"agent\",", "\"agent_id\":{},").getBytes(UTF_8),
            event("\"payload\":{}", "\"payload\":{\"deep\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                    .getBytes(UTF_8));

    /** Odd, but events: each must be kept. */
    static final List<byte[]> ODD_BUT_EVENTS = List.of(
            event("\"timestamp\":1767225600,", "\"timestamp\":32503680000,").getBytes(UTF_8),
            event("\"timestamp\":1767225600,", "\"timestamp\":0,").getBytes(UTF_8),
            event("\"event_type\":\"message\",", "\"event_type\":\"telepathy\",")
                    .getBytes(UTF_8),
            event("\"payload\":{}", "\"payload\":{\"cost_usd\":\"a lot\",\"latency_ms\":{}}")
                    .getBytes(UTF_8),
            event("\"payload\":{}", "\"payload\":{\"content\":\"" + "x".repeat(5_000_000) + "\"}")
                    .getBytes(UTF_8));

    private Poison() {}

    private static String event(String from, String to) {
        return ("{\"event_type\":\"message\",\"session_id\":\"odd\",\"agent_id\":\"agent\","
                        + "\"timestamp\":1767225600,\"payload\":{}}")
                .replace(from, to);
    }

    static String sessionOf(byte[] event) throws IOException {
        return Json.MAPPER.readTree(event).path("session_id").asText();
    }
}

package dev.ripcord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A valid event to change one key of, and what the decoder says of it. */
final class ValidEvent {
    /** What an agent that validates invoices writes. */
    static final String INVOICE_VALIDATOR = """
            {
              "event_type": "tool_invocation",
              "session_id": "invoice-9",
              "agent_id": "invoice-validator",
              "timestamp": 1767225600,
              "payload": {
                "tool_name": "stripe_api.get_status",
                "tool_args": {"payment": "obj_1288"},
                "caller_step": "validate_payment",
                "request_ref": "req_7731",
                "state_snapshot_hash": "9f2c61d0",
                "retry_count": 3,
                "budget_remaining": 4.17
              }
            }
            """;

    private ValidEvent() {}

    /** @param json the value of the key, as JSON */
    static byte[] with(String key, String json) {
        String others = without(key).toString().substring(1);
        return ("{" + Json.text(key) + ":" + json + "," + others).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] withPayload(String key, String json) {
        return with("payload", "{" + Json.text(key) + ":" + json + "}");
    }

    static ObjectNode without(String key) {
        try {
            return ((ObjectNode) Json.tree(INVOICE_VALIDATOR)).without(key);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static Event read(byte[] bytes) {
        Decoded decoded = EventDecoder.decode(bytes);
        assertThat(decoded).isInstanceOf(Decoded.Readable.class);
        return ((Decoded.Readable) decoded).event();
    }

    static String refusal(byte[] bytes) {
        Decoded decoded = EventDecoder.decode(bytes);
        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
        return ((Decoded.Unreadable) decoded).reason();
    }

    static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.ripcord.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Records drawn by lot: events with values of every kind under every key, some of them broken. */
final class DrawnRecord {
    static final List<String> PAYLOAD_KEYS = List.of(
            "tool_name",
            "tool_args",
            "tool_result",
            "error",
            "status",
            "cost_usd",
            "input_tokens",
            "latency_ms",
            "budget_remaining",
            "content",
            "decision",
            "note",
            "options",
            "",
            "\\u0061",
            "é");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "7",
            "-1",
            "3.50",
            "0.057",
            "1E2",
            "2147483648",
            "9223372036854775808",
            "1e999999999",
            "1e-999999999",
            "0e999999999",
            "100e2147483647",
            "1e2147483648",
            "0.0000000005",
            "9007199254740993");

    private static final List<String> TEXTS =
            List.of("", " ", "search", "0.02", " 7 ", "1e999999999", "\\ud83d", "\\n\\u0041", "🙂 é", "x".repeat(300));

    private static final List<String> BROKEN = List.of(
            "{", "]", "\"", ",", "-", "NaN", "\\x", "\n", "9".repeat(1_001), "[".repeat(300), "1.", "01", "\uFEFF");

    private final Random random;

    DrawnRecord(Random random) {
        this.random = random;
    }

    byte[] bytes() {
        StringBuilder record = new StringBuilder(event());
        if (random.nextInt(3) == 0) {
            record.insert(random.nextInt(record.length() + 1), one(BROKEN));
        }
        if (random.nextInt(20) == 0) {
            record.setLength(random.nextInt(record.length()));
        }
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String event() {
        List<String> entries = new ArrayList<>(List.of(
                "\"event_type\":\"tool_response\"",
                "\"session_id\":\"s\"",
                "\"agent_id\":\"a\"",
                "\"timestamp\":1767225600000",
                "\"payload\":" + object(0)));
        if (random.nextInt(3) == 0) {
            String key = one(List.of("payload", "agent_id", "trace_id", "sequence", "mood"));
            entries.add("\"" + key + "\": " + value(0));
        }
        Collections.shuffle(entries, random);
        return "{" + String.join(",", entries) + "}";
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0, 1 -> one(NUMBERS);
            case 2, 3 -> '"' + one(TEXTS) + '"';
            case 4 -> one(List.of("null", "true", "false"));
            case 5 -> "[" + value(depth + 1) + " ,\t" + value(depth + 1) + "]";
            default -> object(depth + 1);
        };
    }

    /** Keys may come twice. */
    private String object(int depth) {
        List<String> entries = new ArrayList<>();
        for (int left = random.nextInt(8); left > 0; left--) {
            entries.add("\"" + one(PAYLOAD_KEYS) + "\":" + value(depth));
        }
        return "{" + String.join(",\n", entries) + "}";
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

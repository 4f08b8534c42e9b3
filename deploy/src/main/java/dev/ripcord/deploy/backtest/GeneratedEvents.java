package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.EventTypes;
import dev.ripcord.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes events of agents that work, of which a few loop: for measuring, and the same each time. Two hundred sessions
 * at once, fifty events each, some 400 bytes an event; of a hundred sessions three repeat one call.
 */
final class GeneratedEvents {
    private static final int AT_ONCE = 200;
    private static final int EVENTS_PER_SESSION = 50;
    private static final int LOOPING_PERCENT = 3;
    private static final long FIRST = 1_767_225_600_000L;
    private static final String[] TOOLS = {"search", "read_file", "edit_file", "run_tests", "http.get"};
    private static final String LETTERS = "etaoin shrdlu cmfwyp";

    private final Random random = new Random(7);
    private final OutputStream out;
    private long written;

    private GeneratedEvents(OutputStream out) {
        this.out = out;
    }

    static void write(Path file, int events) throws IOException {
        try (var out = Files.newOutputStream(file);
                var buffered = new BufferedOutputStream(out, 1 << 16)) {
            new GeneratedEvents(buffered).write(events);
        }
    }

    private void write(int events) throws IOException {
        while (written < events) {
            long slot = written % AT_ONCE;
            long step = written / AT_ONCE;
            event(step / EVENTS_PER_SESSION * AT_ONCE + slot, (int) (step % EVENTS_PER_SESSION));
        }
    }

    private void event(long session, int step) throws IOException {
        boolean loops = session % 100 < LOOPING_PERCENT && step >= 10;
        var event = Json.MAPPER
                .createObjectNode()
                .put("event_id", session + "-" + step)
                .put("session_id", "session-" + session)
                .put("agent_id", "agent-" + session % 20)
                .put("timestamp", FIRST + written * 5);
        payload(event, step, loops);
        out.write(Json.bytes(event));
        out.write('\n');
        written++;
    }

    private void payload(ObjectNode event, int step, boolean loops) {
        var payload = event.putObject("payload");
        var tool = loops ? TOOLS[0] : TOOLS[step / 3 % TOOLS.length];
        switch (step % 3) {
            case 0 -> {
                event.put("event_type", EventTypes.PLANNER_DECISION);
                payload.put("decision", words(120)).put("cost_usd", "0.00" + (3 + random.nextInt(4)));
            }
            case 1 -> {
                event.put("event_type", EventTypes.TOOL_INVOCATION);
                payload.put("tool_name", tool);
                payload.putObject("tool_args")
                        .put("query", loops ? "the same" : words(60))
                        .put("page", loops ? 1 : step);
            }
            default -> {
                event.put("event_type", EventTypes.TOOL_RESPONSE);
                payload.put("tool_name", tool).put("status", "ok").put("tool_result", loops ? "nothing" : words(250));
            }
        }
    }

    private String words(int letters) {
        var text = new StringBuilder(letters);
        for (int index = 0; index < letters; index++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}

package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.timeline.CallLink;
import dev.ripcord.console.replay.timeline.CallLink.Pairing;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Payload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings answers together with their calls, as the facts do: by request_ref or call id; else the latest open call of the
 * tool, among these one with the same arguments before one of the same caller_step before any. Calls whose reference or
 * tool contradicts the answer are not its call. At most the {@value #MOST_OPEN} latest calls are open.
 */
final class CallPairing {
    private static final int MOST_OPEN = 64;
    private static final List<String> REFERENCES = List.of("request_ref", "call_id", "tool_call_id");

    private final Deque<Open> open = new ArrayDeque<>();
    private long calls;
    private long paired;
    private long byOrder;
    private long unasked;

    /** A call without its answer. Of its arguments the hash is kept: they may be large. */
    private record Open(long step, long time, String ref, String tool, String callerStep, Integer arguments) {}

    /** @return null where the event is neither a call nor an answer */
    CallLink after(Event event, long step) {
        if (event.is(EventTypes.TOOL_INVOCATION)) {
            return call(event, step);
        }
        return event.is(EventTypes.TOOL_RESPONSE) ? answer(event) : null;
    }

    private CallLink call(Event event, long step) {
        calls++;
        if (open.size() == MOST_OPEN) {
            open.removeLast();
        }
        Payload payload = event.payload();
        open.addFirst(new Open(
                step,
                event.timestamp(),
                reference(payload),
                payload.text("tool_name").orElse(null),
                payload.text("caller_step").orElse(null),
                arguments(payload)));
        return CallLink.call(reference(payload));
    }

    private CallLink answer(Event event) {
        Payload payload = event.payload();
        String ref = reference(payload);
        Open found = null;
        Pairing surest = Pairing.NONE;
        for (Open call : open) {
            Pairing pairing = pairing(call, ref, payload);
            if (pairing.compareTo(surest) < 0) {
                found = call;
                surest = pairing;
            }
        }
        if (found == null) {
            unasked++;
            return CallLink.unasked(ref);
        }
        remove(found);
        paired++;
        byOrder += surest == Pairing.ORDER ? 1 : 0;
        return CallLink.answer(ref, found.step(), surest, event.timestamp() - found.time());
    }

    private static Pairing pairing(Open call, String ref, Payload answer) {
        String tool = answer.text("tool_name").orElse(null);
        if (contradict(call.tool(), tool) || contradict(call.ref(), ref)) {
            return Pairing.NONE;
        }
        if (agree(call.ref(), ref)) {
            return Pairing.REQUEST_REF;
        }
        if (!agree(call.tool(), tool)) {
            return Pairing.NONE;
        }
        if (agree(call.arguments(), arguments(answer))) {
            return Pairing.ARGUMENTS;
        }
        String callerStep = answer.text("caller_step").orElse(null);
        return agree(call.callerStep(), callerStep) ? Pairing.CALLER_STEP : Pairing.ORDER;
    }

    private void remove(Open found) {
        Iterator<Open> calls = open.iterator();
        while (calls.hasNext()) {
            if (calls.next() == found) {
                calls.remove();
                return;
            }
        }
    }

    private static String reference(Payload payload) {
        return REFERENCES.stream()
                .map(payload::text)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Integer arguments(Payload payload) {
        return payload.value("tool_args").map(JsonNode::hashCode).orElse(null);
    }

    private static boolean agree(Object one, Object other) {
        return one != null && one.equals(other);
    }

    private static boolean contradict(Object one, Object other) {
        return one != null && other != null && !Objects.equals(one, other);
    }

    CallCounts counts() {
        return new CallCounts(calls, paired, byOrder, unasked);
    }
}

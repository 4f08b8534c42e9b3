package dev.ripcord.deploy.bench.stock;

import dev.ripcord.event.EventTypes;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.topic.SessionKey;

/**
 * What the stock patterns look at, and no more: flink-cep writes each event that it takes to state, so that whoever
 * uses it makes events small first.
 *
 * @param call fingerprint of the tool and its arguments where a call is made; 0 where none is
 * @param state fingerprint of the state that the agent reports; 0 where it reports none
 * @param nanoDollars that the step cost; 0 where it reports none
 */
record AgentStep(SessionKey session, long call, long state, long nanoDollars) {
    static AgentStep of(DigestedEvent event) {
        var payload = event.payload();
        long call = event.type().equals(EventTypes.TOOL_INVOCATION)
                ? fingerprint(payload.text("tool_name").orElse("") + payload.value("tool_args"))
                : 0;
        long state =
                payload.text("state_snapshot_hash").map(AgentStep::fingerprint).orElse(0L);
        return new AgentStep(
                event.session(), call, state, payload.nanoDollars("cost_usd").orElse(0));
    }

    boolean isCall() {
        return call != 0;
    }

    boolean hasState() {
        return state != 0;
    }

    /** FNV-1a over the characters. */
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        return hash;
    }
}

package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.timeline.StateChange;
import dev.ripcord.console.replay.timeline.StateChange.Given;
import dev.ripcord.event.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the agent's state, report by report. Where states are given their keys are compared, else their hashes.
 * The {@value #MOST_HASHES} states that were left last are known again.
 */
final class StateChanges {
    private static final int MOST_HASHES = 256;

    private final Map<String, Long> leftAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_HASHES;
        }
    };
    private JsonNode latestState;
    private String latestHash;
    private long latestStep;
    private JsonNode current;

    /** @return null where the event reports no state */
    StateChange after(Payload payload, long step) {
        JsonNode state =
                payload.value("state").filter(JsonNode::isContainerNode).orElse(null);
        String hash = payload.text("state_snapshot_hash").orElse(null);
        if (state == null && hash == null) {
            return null;
        }
        Long seenBefore = visit(hash, step);
        StateChange change = state == null ? byHash(hash, seenBefore) : byKeys(state, hash, seenBefore);
        latestHash = hash;
        latestState = state;
        current = state == null ? current : state;
        return change;
    }

    private StateChange byHash(String hash, Long seenBefore) {
        Boolean changed = latestHash == null ? null : (Boolean) !hash.equals(latestHash);
        return new StateChange(Given.HASH, hash, changed, seenBefore, List.of(), null);
    }

    private StateChange byKeys(JsonNode state, String hash, Long seenBefore) {
        if (latestState != null) {
            return StateDiff.of(latestState, state, hash, seenBefore);
        }
        Boolean changed = latestHash == null || hash == null ? null : (Boolean) !hash.equals(latestHash);
        return new StateChange(Given.STATE, hash, changed, seenBefore, List.of(), null);
    }

    /** @return the step at which the session left this state, where it comes back to it */
    private Long visit(String hash, long step) {
        if (hash == null) {
            return null;
        }
        Long left = null;
        if (!hash.equals(latestHash)) {
            if (latestHash != null) {
                leftAt.put(latestHash, latestStep);
            }
            left = leftAt.get(hash);
        }
        latestStep = step;
        return left;
    }

    /** @return the state that was reported last; null where none was, or only hashes were */
    JsonNode current() {
        return current;
    }
}

package dev.ripcord.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.timeline.Entry;
import java.util.List;

/** Keeps the state that was reported last, up to a step. */
final class StateVisitor implements Visitor {
    private final long upTo;
    private long step;
    private Long reportedAt;
    private String hash;
    private JsonNode state;

    StateVisitor(long upTo) {
        this.upTo = upTo;
    }

    @Override
    public boolean visit(Entry entry, byte[] record) {
        step = entry.step();
        if (entry.state() != null) {
            JsonNode reported = entry.event().path("payload").path("state");
            reportedAt = step;
            hash = entry.state().hash();
            state = reported.isContainerNode() ? reported : null;
        }
        return step < upTo;
    }

    StateAt state(List<String> remarks) {
        return new StateAt(step, reportedAt, hash, state, remarks);
    }
}

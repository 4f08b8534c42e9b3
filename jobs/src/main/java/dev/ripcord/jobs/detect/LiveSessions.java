package dev.ripcord.jobs.detect;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Counts the sessions, in cache or state, for a metric. After rescaling the sum over the subtasks is right, not each
 * share.
 */
final class LiveSessions {
    private final ListState<Long> state;
    private volatile long count;

    private LiveSessions(ListState<Long> state) {
        this.state = state;
    }

    static LiveSessions restored(StateInitializationContext context) throws Exception {
        LiveSessions sessions = new LiveSessions(
                context.getOperatorStateStore().getListState(new ListStateDescriptor<>("live-sessions", Types.LONG)));
        for (long share : sessions.state.get()) {
            sessions.add(share);
        }
        return sessions;
    }

    void began() {
        add(1);
    }

    void ended() {
        add(-1);
    }

    long count() {
        return count;
    }

    void snapshot() throws Exception {
        state.clear();
        state.add(count);
    }

    /** Only the task's own thread writes; the field is volatile for the metric reporters that read. */
    private void add(long change) {
        count = count + change;
    }
}

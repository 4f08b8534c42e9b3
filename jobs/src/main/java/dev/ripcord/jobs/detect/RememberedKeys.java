package dev.ripcord.jobs.detect;

import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Which sessions a snapshot found untold: after a failure nothing but this says that the last change of a session that
 * has been silent since was never told of. Every subtask is given all keys, and takes those that are its own by then.
 */
final class RememberedKeys {
    private final ListState<List<SessionKey>> state;

    private RememberedKeys(ListState<List<SessionKey>> state) {
        this.state = state;
    }

    static RememberedKeys of(StateInitializationContext context) throws Exception {
        return new RememberedKeys(context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>(
                        "untold-sessions", new ListSerializer<>(SessionKeySerializer.INSTANCE))));
    }

    /** @return once, what was remembered of the subtask's sessions */
    List<SessionKey> take(TaskInfo subtask) throws Exception {
        List<SessionKey> own = new ArrayList<>();
        for (List<SessionKey> ofOne : state.get()) {
            ofOne.stream().filter(key -> isOf(subtask, key)).forEach(own::add);
        }
        state.clear();
        return own;
    }

    private static boolean isOf(TaskInfo subtask, SessionKey key) {
        return subtask.getIndexOfThisSubtask()
                == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        key, subtask.getMaxNumberOfParallelSubtasks(), subtask.getNumberOfParallelSubtasks());
    }

    void snapshot(List<SessionKey> untold) throws Exception {
        // One entry: the coordinator keeps a number for each, and hands all of them to every subtask.
        state.update(List.of(untold));
    }
}

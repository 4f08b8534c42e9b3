package dev.ripcord.jobs.detect;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.signal.Signal;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** Leaves the state of detection in a version that took records which this one may refuse. */
final class EarlierGuard extends AbstractStreamOperator<Signal> implements OneInputStreamOperator<Instruction, Signal> {
    private final transient List<PatternRecord> taken;

    private EarlierGuard(List<PatternRecord> taken) {
        this.taken = taken;
    }

    static OperatorSubtaskState snapshot(List<PatternRecord> taken) throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new EarlierGuard(taken))) {
            harness.open();
            return harness.snapshot(1, 1);
        }
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        BroadcastState<Long, PatternRecord> state =
                context.getOperatorStateStore().getBroadcastState(DetectSessions.PATTERNS);
        for (PatternRecord record : taken) {
            state.put(record.offset(), record);
        }
    }

    @Override
    public void processElement(StreamRecord<Instruction> element) {}
}

package dev.ripcord.jobs.exchange;

import dev.ripcord.topic.SessionKey;
import org.apache.flink.runtime.io.network.api.writer.ResultPartitionWriter;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.graph.NonChainedOutput;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * The subtasks that an operator's one output leads to, as Flink deployed them: a parallelism that is set for a single
 * operator, by hand or by an autoscaler, is seen by nobody else.
 *
 * @param count of subtasks
 * @param keyGroups that they share among them, the maximal parallelism
 */
record Receivers(int count, int keyGroups) {
    /** @throws IllegalStateException where the operator has not one output to other subtasks, but none or several */
    static Receivers of(AbstractStreamOperator<?> operator) {
        var outputs = operator.getOperatorConfig().getOperatorNonChainedOutputs(operator.getUserCodeClassloader());
        if (outputs.size() != 1) {
            throw new IllegalStateException(
                    "Events are gathered for one operator in other subtasks, but there are " + outputs.size());
        }
        ResultPartitionWriter writer = writer(operator, outputs.get(0));
        return new Receivers(writer.getNumberOfSubpartitions(), writer.getNumTargetKeyGroups());
    }

    private static ResultPartitionWriter writer(AbstractStreamOperator<?> operator, NonChainedOutput output) {
        for (ResultPartitionWriter writer :
                operator.getContainingTask().getEnvironment().getAllWriters()) {
            var written = writer.getPartitionId().getPartitionId().getIntermediateDataSetID();
            if (written.equals(output.getDataSetId())) {
                return writer;
            }
        }
        throw new IllegalStateException("Flink has no writer for " + output);
    }

    /** @return which of them keeps the session, as Flink assigns keys */
    int of(SessionKey session) {
        return count == 1 ? 0 : KeyGroupRangeAssignment.assignKeyToParallelOperator(session, keyGroups, count);
    }
}

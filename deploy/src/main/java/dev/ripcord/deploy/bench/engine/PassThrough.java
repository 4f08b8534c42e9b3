package dev.ripcord.deploy.bench.engine;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.topic.SessionKey;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** The least that a stateful job does: to each event, one small state of its session is read and written. */
public record PassThrough() implements Engine {
    /** Name of the operator with the state. */
    public static final String OPERATOR = "pass-through";

    private static final long TOLD_EVERY = 50;

    @Override
    public void attach(DataStream<DigestedEvent> events, String job) {
        counted(events.keyBy(DigestedEvent::session, SessionKeySerializer.TYPE)).sinkTo(new DiscardingSink<>());
    }

    /** @return the session of each fiftieth of its events, so that something comes out as it does of detection */
    public static <T> DataStream<String> counted(KeyedStream<T, SessionKey> events) {
        return events.process(new CountEvents<T>(), Types.STRING).name(OPERATOR);
    }

    @Override
    public String operator() {
        return OPERATOR;
    }

    @Override
    public boolean detects() {
        return false;
    }

    private static final class CountEvents<T> extends KeyedProcessFunction<SessionKey, T, String> {
        private static final long serialVersionUID = 1L;

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public void processElement(T event, Context context, Collector<String> out) throws Exception {
            Long before = count.value();
            long now = before == null ? 1 : before + 1;
            count.update(now);
            if (now % TOLD_EVERY == 0) {
                out.collect(context.getCurrentKey().session());
            }
        }
    }
}

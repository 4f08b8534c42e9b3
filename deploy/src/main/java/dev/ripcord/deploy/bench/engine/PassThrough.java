package dev.ripcord.deploy.bench.engine;

import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import dev.ripcord.topic.SessionKey;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** The least that a stateful job does: to each event, one small state of its session is read and written. */
record PassThrough() implements Engine {
    private static final String NAME = "pass-through";

    @Override
    public void attach(DataStream<Envelope> events, String job) {
        events.keyBy(envelope -> envelope.event().session(), SessionKeySerializer.TYPE)
                .process(new CountEvents(), Types.LONG)
                .name(NAME)
                .sinkTo(new DiscardingSink<>());
    }

    @Override
    public String operator() {
        return NAME;
    }

    @Override
    public boolean detects() {
        return false;
    }

    /** Emits nothing, as detection does for nearly all events. */
    private static final class CountEvents extends KeyedProcessFunction<SessionKey, Envelope, Long> {
        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
        }

        @Override
        public void processElement(Envelope envelope, Context context, Collector<Long> out) throws Exception {
            Long before = count.value();
            count.update(before == null ? 1 : before + 1);
        }
    }
}

package dev.ripcord.deploy.bench.stock;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.detect.SessionKeySerializer;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.PatternStream;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.Collector;

/**
 * Flink's own CEP with the three families, one operator each. The events cross the keyed exchange as they do for every
 * other engine; then they are made small, and all three operators follow in the same thread.
 */
public final class StockCep {
    /** Name of the operator that takes the events. */
    public static final String OPERATOR = "stock";

    private StockCep() {}

    /** When flink-cep looks at an event. */
    public enum TimeDomain {
        /** As it comes. */
        PROCESSING_TIME,
        /** When a watermark says that none before it can come any more. */
        EVENT_TIME
    }

    /** @return the session of each match */
    public static DataStream<String> matches(DataStream<DigestedEvent> events, TimeDomain time) {
        var steps = events.keyBy(DigestedEvent::session, SessionKeySerializer.TYPE)
                .map(AgentStep::of, AgentStepSerializer.TYPE)
                .name(OPERATOR);
        var keyed = DataStreamUtils.reinterpretAsKeyedStream(steps, AgentStep::session, SessionKeySerializer.TYPE);
        return StockPatterns.all().stream()
                .map(pattern -> matches(keyed, pattern, time))
                .reduce(DataStream::union)
                .orElseThrow();
    }

    private static DataStream<String> matches(
            KeyedStream<AgentStep, ?> keyed, Pattern<AgentStep, ?> pattern, TimeDomain time) {
        return in(time, CEP.pattern(keyed, pattern)).process(new TellSession(), Types.STRING);
    }

    private static PatternStream<AgentStep> in(TimeDomain time, PatternStream<AgentStep> matches) {
        return switch (time) {
            case PROCESSING_TIME -> matches.inProcessingTime();
            case EVENT_TIME -> matches.inEventTime();
        };
    }

    private static final class TellSession extends PatternProcessFunction<AgentStep, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(Map<String, List<AgentStep>> match, Context context, Collector<String> out) {
            out.collect(match.values().iterator().next().get(0).session().session());
        }
    }
}

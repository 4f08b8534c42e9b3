package dev.ripcord.jobs.decide;

import dev.ripcord.decision.Consequences;
import dev.ripcord.decision.DecidedSignal;
import dev.ripcord.decision.HaltWrite;
import dev.ripcord.decision.Happening;
import dev.ripcord.decision.TimeToStop;
import java.math.BigDecimal;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what one decision leads to on its way, and counts it. */
record Emission(
        KeyedProcessFunction<String, News, DecidedSignal>.Context context,
        Collector<DecidedSignal> out,
        DecisionMetrics metrics)
        implements Consequences {
    private static final Logger LOG = LoggerFactory.getLogger(Emission.class);

    @Override
    public void tell(DecidedSignal signal) {
        out.collect(signal);
    }

    @Override
    public void write(HaltWrite write) {
        context.output(DecideHalts.HALTS, write);
    }

    @Override
    public void count(Happening happening, long times) {
        metrics.count(happening, times);
    }

    @Override
    public void ignoredAt(BigDecimal dollars) {
        metrics.ignoredAt(dollars);
    }

    @Override
    public void delivered(long millis) {
        metrics.delivered(millis);
    }

    @Override
    public void stopped(String haltId, TimeToStop time) {
        metrics.stopped(time);
        LOG.info("Halt {} stopped its agent: {}", haltId, time);
    }
}

package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.event.Payload;
import java.io.IOException;
import java.util.OptionalLong;

/** How long steps say that they took. */
final class LatencyFacts implements GroupFold {
    /** Ten years; no step takes longer, and sums of such steps stay within a duration. */
    private static final long MAX_MILLIS = 315_360_000_000L;

    private final Tally tally = new Tally();

    @Override
    public void after(StepInput in, FactValues out) {
        OptionalLong latency = millis(in.payload());
        if (latency.isPresent()) {
            tally.add(in.time(), latency.getAsLong());
            out.set(Fact.LATENCY_STEP, latency.getAsLong());
        }
        if (tally.isKnown()) {
            out.set(Fact.LATENCY_SESSION, tally.session());
            out.set(Fact.LATENCY_MINUTE, tally.minute(in.time()));
        }
    }

    /** Unlike other counts latencies come with fractions, which say nothing here. */
    private static OptionalLong millis(Payload payload) {
        JsonNode latency = payload.value("latency_ms").orElse(null);
        if (latency == null) {
            return OptionalLong.empty();
        }
        OptionalLong whole = payload.count("latency_ms");
        if (whole.isPresent() || !latency.isNumber() || latency.doubleValue() < 0) {
            return whole;
        }
        return OptionalLong.of(Math.min(MAX_MILLIS, Math.round(latency.doubleValue())));
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        tally.write(out);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        tally.read(in);
    }
}

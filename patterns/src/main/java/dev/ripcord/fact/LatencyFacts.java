package dev.ripcord.fact;

import java.io.IOException;
import java.util.OptionalLong;

/** How long steps say that they took. */
final class LatencyFacts implements GroupFold {
    /** Ten years: no step takes longer. */
    private static final long MAX_MILLIS = 315_360_000_000L;

    private final Tally tally = new Tally();

    @Override
    public void after(StepInput in, FactValues out) {
        OptionalLong latency = in.payload().count("latency_ms");
        if (latency.isPresent() && latency.getAsLong() <= MAX_MILLIS) {
            tally.add(in.time(), latency.getAsLong());
            out.set(Fact.LATENCY_STEP, latency.getAsLong());
        }
        if (tally.isKnown()) {
            out.set(Fact.LATENCY_SESSION, tally.session());
            out.set(Fact.LATENCY_MINUTE, tally.minute(in.time()));
        }
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

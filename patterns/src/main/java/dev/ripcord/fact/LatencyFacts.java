package dev.ripcord.fact;

import java.io.IOException;

/** How long steps say that they took. */
final class LatencyFacts implements GroupFold {
    private final Tally tally;

    LatencyFacts(MinuteWindow minute) {
        tally = new Tally(minute, Tally.LATENCY);
    }

    @Override
    public void after(StepInput in, FactValues out) {
        long latency = in.amounts().latency();
        if (latency != Amounts.ABSENT) {
            tally.add(in.time(), latency);
            out.set(Fact.LATENCY_STEP, latency);
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

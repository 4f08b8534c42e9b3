package dev.ripcord.fact;

import java.io.IOException;

/** Cycles of calls, and cycles of calls that give the same outcomes in each round. */
final class LoopFacts implements GroupFold {
    private final LoopFact calls = new LoopFact();
    private final LoopFact pairs = new LoopFact();

    /** @return fingerprints of the latest calls with their outcomes */
    Latest latestOutcomes() {
        return pairs.latest();
    }

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.call().isMade()) {
            if (in.call().hasArguments()) {
                calls.after(in.call().fingerprint());
                tell(out, calls, Fact.LOOP_PERIOD, Fact.LOOP_REPEATS, Fact.LOOP_LENGTH);
                out.set(Fact.LOOP_ROUNDS, calls.rounds());
            } else {
                calls.interrupt();
            }
        }
        if (in.pair() != CanonicalHash.NONE) {
            pairs.after(in.pair());
            tell(out, pairs, Fact.STALE_LOOP_PERIOD, Fact.STALE_LOOP_REPEATS, Fact.STALE_LOOP_LENGTH);
            out.set(Fact.STALE_LOOP_ROUNDS, pairs.rounds());
        }
    }

    private static void tell(FactValues out, LoopFact loop, Fact period, Fact repeats, Fact length) {
        out.set(period, loop.period());
        out.set(repeats, loop.repeats());
        out.set(length, loop.length());
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(calls.isEmpty() && pairs.isEmpty())) {
            return;
        }
        calls.write(out);
        pairs.write(out);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        calls.read(in);
        pairs.read(in);
    }
}

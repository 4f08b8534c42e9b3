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
                after(calls, in.call().fingerprint(), out.bits(Fact.CALL_COUNT));
                tell(out, calls, Fact.LOOP_PERIOD, Fact.LOOP_REPEATS, Fact.LOOP_LENGTH);
                out.set(Fact.LOOP_ROUNDS, calls.rounds());
            } else {
                calls.interrupt();
            }
        }
        if (in.pair() != CanonicalHash.NONE) {
            after(pairs, in.pair(), out.bits(Fact.OUTCOME_COUNT));
            tell(out, pairs, Fact.STALE_LOOP_PERIOD, Fact.STALE_LOOP_REPEATS, Fact.STALE_LOOP_LENGTH);
            out.set(Fact.STALE_LOOP_ROUNDS, pairs.rounds());
        }
    }

    /** The first of its kind among the 256 used last is none of the few that a loop is looked for in. */
    private static void after(LoopFact loop, long fingerprint, long count) {
        if (count == 1) {
            loop.afterNew(fingerprint);
        } else {
            loop.after(fingerprint);
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

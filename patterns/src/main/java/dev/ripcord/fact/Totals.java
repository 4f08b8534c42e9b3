package dev.ripcord.fact;

import java.io.IOException;
import java.util.OptionalLong;

/** What the session came to, whether or not its facts began anew in between. */
record Totals(long steps, long calls, OptionalLong spend, OptionalLong tokens) {
    static final Totals NONE = new Totals(0, 0, OptionalLong.empty(), OptionalLong.empty());

    Totals plus(Totals more) {
        return new Totals(steps + more.steps, calls + more.calls, sum(spend, more.spend), sum(tokens, more.tokens));
    }

    void write(FoldOutput out) throws IOException {
        if (out.nothing(steps == 0)) {
            return;
        }
        out.count(steps);
        out.count(calls);
        write(spend, out);
        write(tokens, out);
    }

    static Totals read(FoldInput in) throws IOException {
        return in.nothing() ? NONE : new Totals(in.count(), in.count(), readAmount(in), readAmount(in));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        long sum = one.getAsLong() + other.getAsLong();
        return OptionalLong.of(sum < 0 ? Long.MAX_VALUE : sum);
    }

    private static void write(OptionalLong amount, FoldOutput out) throws IOException {
        if (!out.nothing(amount.isEmpty())) {
            out.count(amount.getAsLong());
        }
    }

    private static OptionalLong readAmount(FoldInput in) throws IOException {
        return in.nothing() ? OptionalLong.empty() : OptionalLong.of(in.count());
    }
}

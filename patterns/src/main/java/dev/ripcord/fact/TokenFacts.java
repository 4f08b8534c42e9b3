package dev.ripcord.fact;

import java.io.IOException;
import java.util.OptionalLong;

/** Input and output tokens. Cached and reasoning tokens are parts of them and not added again. */
final class TokenFacts implements GroupFold {
    private final Tally tally;

    TokenFacts(MinuteWindow minute) {
        tally = new Tally(minute, Tally.TOKENS);
    }

    /** @return tokens of the session since its facts began; empty before any were reported */
    OptionalLong session() {
        return tally.isKnown() ? OptionalLong.of(tally.session()) : OptionalLong.empty();
    }

    @Override
    public void after(StepInput in, FactValues out) {
        long tokens = in.amounts().tokens();
        if (tokens != Amounts.ABSENT) {
            tally.add(in.time(), tokens);
            out.set(Fact.TOKENS_STEP, tokens);
        }
        if (tally.isKnown()) {
            out.set(Fact.TOKENS_SESSION, tally.session());
            out.set(Fact.TOKENS_MINUTE, tally.minute(in.time()));
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

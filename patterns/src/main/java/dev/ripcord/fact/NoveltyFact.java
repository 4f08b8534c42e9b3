package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/**
 * How long the session has seen nothing new: no call, outcome, state or decision that it had not seen before, and no
 * word of a person.
 *
 * <p>A call without arguments or a result that is not shown may be new. Until the next thing that surely is, how long
 * ago the latest one was is unknown.
 */
final class NoveltyFact implements GroupFold {
    private boolean known = true;
    private long steps;
    private long calls;

    /** @return whether it is known when the latest new thing was seen */
    boolean isKnown() {
        return known;
    }

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.is(EventTypes.USER_REQUEST) || in.is(EventTypes.HUMAN_APPROVAL)) {
            in.found(Newness.NEW);
        }
        if (in.acts()) {
            fold(in);
        }
        if (known) {
            out.set(Fact.NOVELTY_STEPS_SINCE, steps);
            out.set(Fact.NOVELTY_CALLS_SINCE, calls);
        }
    }

    private void fold(StepInput in) {
        switch (in.newness()) {
            case NEW -> {
                known = true;
                steps = 0;
                calls = 0;
            }
            case UNSEEN -> known = false;
            case KNOWN -> {
                steps++;
                calls += in.call().isMade() ? 1 : 0;
            }
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(!known)) {
            return;
        }
        out.count(steps);
        out.count(calls);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        known = !in.nothing();
        if (known) {
            steps = in.count();
            calls = in.count();
        }
    }
}

package dev.ripcord.fact;

import java.io.IOException;

/** How long the session is, in steps, in calls and in time. */
final class SessionFacts implements GroupFold {
    private long steps;
    private long calls;
    private long begun;

    long steps() {
        return steps;
    }

    long calls() {
        return calls;
    }

    @Override
    public void after(StepInput in, FactValues out) {
        begun = steps == 0 ? in.time() : begun;
        steps++;
        calls += in.call().isMade() ? 1 : 0;
        out.set(Fact.SESSION_STEPS, steps);
        out.set(Fact.SESSION_CALLS, calls);
        out.set(Fact.SESSION_AGE, in.time() - begun);
        if (in.moment().idle() >= 0) {
            out.set(Fact.SESSION_IDLE, in.moment().idle());
        }
        out.set(Fact.SESSION_ENDED, in.moment().ended());
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        if (out.nothing(steps == 0)) {
            return;
        }
        out.count(steps);
        out.count(calls);
        out.time(begun);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        if (in.nothing()) {
            return;
        }
        steps = in.count();
        calls = in.count();
        begun = in.time();
    }
}

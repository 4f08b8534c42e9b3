package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts what the telemetry shows of a session, from its first event on: facts that begin anew do not restart it. */
final class CoverageFact {
    private long calls;
    private long withArguments;
    private long withResults;
    private boolean cost;
    private boolean tokens;
    private boolean states;
    private long unreadable;
    private long duplicates;
    private long late;
    private long split;

    void after(StepInput in, FactValues facts, boolean isSplit) {
        if (in.call().isMade()) {
            calls++;
            withArguments += in.call().hasArguments() ? 1 : 0;
        }
        if (in.acts() && in.is(EventTypes.TOOL_RESPONSE)) {
            withResults += in.outcome().showsResult() ? 1 : 0;
        }
        if (answerable() > 0) {
            facts.set(Fact.COVERAGE_OUTCOMES, Math.min(1.0, (double) withResults / answerable()));
        }
        cost |= facts.has(Fact.COST_SESSION);
        tokens |= facts.has(Fact.TOKENS_SESSION);
        states |= in.state() != CanonicalHash.NONE;
        late += in.moment().ended() ? 1 : 0;
        unreadable += in.amounts().unreadable();
        split += isSplit ? 1 : 0;
    }

    void duplicate() {
        duplicates++;
    }

    boolean isSplit() {
        return split > 0;
    }

    Coverage coverage(SessionClock clock) {
        return new Coverage(grade(), gaps(), clock.limited(), clock.backward(), duplicates, late, split, unreadable);
    }

    private Coverage.Grade grade() {
        if (calls > 0 && withArguments == 0) {
            return Coverage.Grade.BLIND;
        }
        return isMost(withArguments, calls) && isMost(withResults, answerable())
                ? Coverage.Grade.FULL
                : Coverage.Grade.PARTIAL;
    }

    private List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        describe(gaps, "tool arguments", withArguments, calls);
        describe(gaps, "tool results", withResults, answerable());
        describe(gaps, "cost", cost);
        describe(gaps, "tokens", tokens);
        describe(gaps, "state hashes", states);
        describe(gaps, "numbers that cannot be read", unreadable);
        describe(gaps, "events from another partition", split);
        return gaps;
    }

    /** The latest call may still be running. */
    private long answerable() {
        return Math.max(0, calls - 1);
    }

    private static boolean isMost(long shown, long of) {
        return shown * 10 >= of * 9;
    }

    private static void describe(List<String> gaps, String what, long shown, long of) {
        if (shown < of) {
            gaps.add(shown == 0 ? "no " + what : what + " on " + shown + " of " + of + " calls");
        }
    }

    private static void describe(List<String> gaps, String what, boolean seen) {
        if (!seen) {
            gaps.add("no " + what);
        }
    }

    private static void describe(List<String> gaps, String what, long times) {
        if (times > 0) {
            gaps.add(times + " " + what);
        }
    }

    void write(FoldOutput out) throws IOException {
        out.count(calls);
        out.count(withArguments);
        out.count(withResults);
        out.flag(cost);
        out.flag(tokens);
        out.flag(states);
        out.count(unreadable);
        out.count(duplicates);
        out.count(late);
        out.count(split);
    }

    void read(FoldInput in) throws IOException {
        calls = in.count();
        withArguments = in.count();
        withResults = in.count();
        cost = in.flag();
        tokens = in.flag();
        states = in.flag();
        unreadable = in.count();
        duplicates = in.count();
        late = in.count();
        split = in.count();
    }
}

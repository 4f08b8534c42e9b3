package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** What the agent did since the user spoke; and how often each type of event came, since then and in all. */
final class RequestFacts implements GroupFold {
    private long steps;
    private long calls;
    private long results;
    private final TypeCounts types = new TypeCounts();
    private final TypeCounts typesOfSession = new TypeCounts();

    @Override
    public void after(StepInput in, FactValues out) {
        if (in.is(EventTypes.USER_REQUEST)) {
            steps = 0;
            calls = 0;
            results = 0;
            types.clear();
        } else {
            steps++;
            calls += in.call().isMade() ? 1 : 0;
            results += in.acts() && in.is(EventTypes.TOOL_RESPONSE) ? 1 : 0;
        }
        tell(out, Fact.SESSION_TYPE_COUNT, typesOfSession.add(in.type()));
        tell(out, Fact.REQUEST_TYPE_COUNT, steps == 0 ? 0 : types.add(in.type()));
        out.set(Fact.REQUEST_STEPS, steps);
        out.set(Fact.REQUEST_CALLS, calls);
        out.set(Fact.REQUEST_RESULTS, results);
    }

    private static void tell(FactValues out, Fact fact, long count) {
        if (count > 0) {
            out.set(fact, count);
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        typesOfSession.write(out);
        if (out.nothing(steps == 0)) {
            return;
        }
        types.write(out);
        out.count(steps);
        out.count(calls);
        out.count(results);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        typesOfSession.read(in);
        if (in.nothing()) {
            return;
        }
        types.read(in);
        steps = in.count();
        calls = in.count();
        results = in.count();
    }
}

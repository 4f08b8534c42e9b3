package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** How often each type of event came, in all and since the user spoke; and what the agent did since then. */
final class RequestFacts implements GroupFold {
    private final TypeCounts types = new TypeCounts();
    /** What {@link #types} were at the latest request; none where there was none. */
    private final TypeCounts asked = new TypeCounts();

    private long steps;
    private long calls;

    @Override
    public void after(StepInput in, FactValues out) {
        boolean asks = in.is(EventTypes.USER_REQUEST);
        long count = types.add(in.type());
        if (asks) {
            asked.become(types);
        }
        steps = asks ? 0 : steps + 1;
        calls = asks ? 0 : calls + (in.call().isMade() ? 1 : 0);
        tell(out, Fact.SESSION_TYPE_COUNT, count);
        tell(out, Fact.REQUEST_TYPE_COUNT, count - asked.of(in.type()));
        out.set(Fact.REQUEST_STEPS, steps);
        out.set(Fact.REQUEST_CALLS, calls);
    }

    private static void tell(FactValues out, Fact fact, long count) {
        if (count > 0) {
            out.set(fact, count);
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        types.write(out);
        asked.write(out);
        out.count(steps);
        out.count(calls);
    }

    @Override
    public void read(FoldInput in) throws IOException {
        types.read(in);
        asked.read(in);
        steps = in.count();
        calls = in.count();
    }
}

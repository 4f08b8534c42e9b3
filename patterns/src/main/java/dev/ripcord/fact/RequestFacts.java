package dev.ripcord.fact;

import dev.ripcord.event.EventTypes;
import java.io.IOException;

/** How often each type of event came, in all and since the user spoke; and what the agent did since then. */
final class RequestFacts implements GroupFold {
    private final TypeCounts types = new TypeCounts();
    /** What {@link #types} were at the latest request; null where there was none. */
    private TypeCounts asked;

    private long steps;
    private long calls;

    @Override
    public void after(StepInput in, FactValues out) {
        boolean asks = in.is(EventTypes.USER_REQUEST);
        count(TypeCounts.index(in.type()), asks, out);
        steps = asks ? 0 : steps + 1;
        calls = asks ? 0 : calls + (in.call().isMade() ? 1 : 0);
        out.set(Fact.REQUEST_STEPS, steps);
        out.set(Fact.REQUEST_CALLS, calls);
    }

    private void count(int type, boolean asks, FactValues out) {
        long count = types.add(type);
        if (asks) {
            asked = types.copy();
        }
        if (type == TypeCounts.OTHER) {
            return;
        }
        out.set(Fact.SESSION_TYPE_COUNT, count);
        if (!asks) {
            out.set(Fact.REQUEST_TYPE_COUNT, asked == null ? count : count - asked.at(type));
        }
    }

    @Override
    public void write(FoldOutput out) throws IOException {
        types.write(out);
        out.count(calls << 1 | (asked == null ? 0 : 1));
        if (asked != null) {
            asked.write(out);
        }
    }

    @Override
    public void read(FoldInput in) throws IOException {
        types.read(in);
        long callsAndAsked = in.count();
        calls = callsAndAsked >>> 1;
        if ((callsAndAsked & 1) != 0) {
            asked = new TypeCounts();
            asked.read(in);
        }
        steps = types.total() - (asked == null ? 0 : asked.total());
    }
}

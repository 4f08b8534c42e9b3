package dev.ripcord.fact;

import java.io.IOException;

/** The call facts of one invocation; 0 where a fact is absent. */
record CallCounts(long count, long inARow, long recent, long toolInARow) {
    static final CallCounts NONE = new CallCounts(0, 0, 0, 0);

    void tell(FactValues out) {
        if (count > 0) {
            out.set(Fact.CALL_COUNT, count);
            out.set(Fact.CALL_IN_A_ROW, inARow);
            out.set(Fact.CALL_RECENT, recent);
        }
        if (toolInARow > 0) {
            out.set(Fact.CALL_TOOL_IN_A_ROW, toolInARow);
        }
    }

    /** Takes four cells. */
    void layOut(long[] cells, int at) {
        cells[at] = count;
        cells[at + 1] = inARow;
        cells[at + 2] = recent;
        cells[at + 3] = toolInARow;
    }

    static CallCounts at(long[] cells, int at) {
        return new CallCounts(cells[at], cells[at + 1], cells[at + 2], cells[at + 3]);
    }

    void write(FoldOutput out) throws IOException {
        out.count(count);
        out.count(inARow);
        out.count(recent);
        out.count(toolInARow);
    }

    static CallCounts read(FoldInput in) throws IOException {
        return new CallCounts(in.count(), in.count(), in.count(), in.count());
    }
}

package dev.ripcord.fact;

import java.io.IOException;

/** Facts that are folded together: after each step they say what is known, and they keep a bounded state for that. */
interface GroupFold {
    void after(StepInput in, FactValues out);

    /** One byte where nothing is kept. */
    void write(FoldOutput out) throws IOException;

    /** Takes up what {@link #write} left; only called on a group that saw no step. */
    void read(FoldInput in) throws IOException;
}

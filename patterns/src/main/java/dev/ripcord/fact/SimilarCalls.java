package dev.ripcord.fact;

import java.io.IOException;

/** What the latest 8 calls say, in samples. */
final class SimilarCalls {
    private static final int WINDOW = 8;

    private final Marks[] latest = new Marks[WINDOW];
    private int size;
    /** Where the next one goes. */
    private int next;

    /**
     * @return tenths of what the call says that one of the latest calls says too, by the one that is most like it; any
     *     number below {@link CallSigns#FAMILIAR} where that is below it
     */
    int likeness(Marks call) {
        int most = 0;
        for (int index = 0; index < size; index++) {
            most = Math.max(most, call.tenthsInCommon(latest[index], CallMarks.MAXIMUM, CallSigns.FAMILIAR));
        }
        return most;
    }

    void add(Marks call) {
        latest[next] = call;
        next = (next + 1) % WINDOW;
        size = Math.min(size + 1, WINDOW);
    }

    void write(FoldOutput out) throws IOException {
        out.count(size);
        for (int back = size; back >= 1; back--) {
            latest[(next - back + WINDOW) % WINDOW].write(out);
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(WINDOW);
        for (int number = 0; number < kept; number++) {
            add(Marks.read(in, CallMarks.MAXIMUM));
        }
    }
}

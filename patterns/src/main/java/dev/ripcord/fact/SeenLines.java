package dev.ripcord.fact;

import java.io.IOException;

/** Lines that results of this session had, as far as samples of them tell; the 64 that came last for the first time. */
final class SeenLines extends FirstSeen {
    private static final int MAXIMUM = 64;

    SeenLines() {
        super(MAXIMUM);
    }

    /** @return whether there are lines, and all of them were seen before; from now on they are */
    boolean haveAll(Marks sample) {
        boolean all = sample.size() > 0;
        for (int index = 0; index < sample.size(); index++) {
            all &= !add(sample.mark(index));
        }
        return all;
    }

    void write(FoldOutput out) throws IOException {
        out.count(size());
        for (int number = 0; number < size(); number++) {
            out.mark((char) inOrder(number));
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        reserve(kept);
        for (int number = 0; number < kept; number++) {
            add(in.mark());
        }
    }
}

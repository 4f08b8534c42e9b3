package dev.ripcord.fact;

import java.io.IOException;

/** Lines that results of this session had, as far as samples of them tell; the 64 that came last for the first time. */
final class SeenLines {
    private static final int MAXIMUM = 64;

    private final RecentKeys lines = new RecentKeys(MAXIMUM, 0);

    /** @return whether there are lines, and all of them were seen before; from now on they are */
    boolean haveAll(Marks sample) {
        boolean all = sample.size() > 0;
        for (int index = 0; index < sample.size(); index++) {
            if (lines.find(sample.mark(index)) < 0) {
                lines.use(sample.mark(index));
                all = false;
            }
        }
        return all;
    }

    void write(FoldOutput out) throws IOException {
        out.count(lines.size());
        for (int slot = lines.oldest(); slot >= 0; slot = lines.newer(slot)) {
            out.mark((char) lines.key(slot));
        }
    }

    void read(FoldInput in) throws IOException {
        int kept = in.size(MAXIMUM);
        for (int number = 0; number < kept; number++) {
            lines.use(in.mark());
        }
    }
}

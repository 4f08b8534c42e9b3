package dev.ripcord.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Eight small counts in the 64 bits of one fact. */
final class EightCounts {
    static final int NUMBER = 8;
    /** Each of them 1. */
    static final long ONES = 0x0101_0101_0101_0101L;

    private static final int BITS = 8;
    private static final long MOST = (1 << BITS) - 1;

    private EightCounts() {}

    /** @param count above 255 it is 255 */
    static long with(long counts, int index, long count) {
        int at = index * BITS;
        return counts & ~(MOST << at) | Math.min(count, MOST) << at;
    }

    static List<Long> list(long counts) {
        List<Long> list = new ArrayList<>(NUMBER);
        for (int index = 0; index < NUMBER; index++) {
            list.add(counts >>> index * BITS & MOST);
        }
        return Collections.unmodifiableList(list);
    }
}

package dev.ripcord.fact;

import java.io.IOException;
import java.util.Arrays;

/**
 * The agents on the way from the first one to the one that acts now. A hand-off to an agent on the way goes back up to
 * it; one from an agent on the way leaves those after it, which must have returned unseen; one from an agent that is
 * not on the way follows the last one, whose hand-off was not seen.
 */
final class AgentPath {
    /** A longer way forgets its first agents, not its depth. */
    static final int MAXIMUM = 64;

    private static final int FIRST_CAPACITY = 8;
    /** Most sessions have one agent, and no array. */
    private long[] agents = {};

    private int size;
    private long forgotten;

    /** @return how deep the session is after the hand-off; the first agent is at 0 */
    long handOff(long from, long to) {
        goTo(from);
        goTo(to);
        return forgotten + size - 1;
    }

    private void goTo(long agent) {
        for (int index = size - 1; index >= 0; index--) {
            if (agents[index] == agent) {
                size = index + 1;
                return;
            }
        }
        if (size == MAXIMUM) {
            System.arraycopy(agents, 1, agents, 0, MAXIMUM - 1);
            size--;
            forgotten++;
        }
        append(agent);
    }

    private void append(long agent) {
        if (size == agents.length) {
            agents = Arrays.copyOf(agents, Math.max(FIRST_CAPACITY, size * 2));
        }
        agents[size++] = agent;
    }

    void write(FoldOutput out) throws IOException {
        out.count(forgotten);
        out.count(size);
        for (int index = 0; index < size; index++) {
            out.fingerprint(agents[index]);
        }
    }

    void read(FoldInput in) throws IOException {
        forgotten = in.count();
        int kept = in.size(MAXIMUM);
        for (int index = 0; index < kept; index++) {
            append(in.fingerprint());
        }
    }
}

package dev.ripcord.console.history;

import dev.ripcord.console.replay.timeline.Entry;
import java.io.IOException;

/** Looks at a session's entries one after another, and keeps what it was asked for. */
@FunctionalInterface
interface Visitor {
    /**
     * @param record that the entry was made of, as its producer wrote it
     * @return whether to go on
     */
    boolean visit(Entry entry, byte[] record) throws IOException;
}

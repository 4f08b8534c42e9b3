package dev.ripcord.console.history;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some entries of a session's timeline, in order.
 *
 * @param entries as JSON
 * @param next step that the next page begins with; empty where the session ends with this one
 * @param remarks what could not be read, a sentence each
 */
public record TimelinePage(List<String> entries, OptionalLong next, List<String> remarks) {
    public TimelinePage {
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }
}

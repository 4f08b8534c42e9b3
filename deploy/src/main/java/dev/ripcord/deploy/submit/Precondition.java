package dev.ripcord.deploy.submit;

import java.util.List;

/** Something that must be so before a job is sent to a cluster. */
@FunctionalInterface
public interface Precondition {
    /** Returns what is not so, and what would be right: nothing, if all is. */
    List<String> reasonsAgainst() throws InterruptedException;
}

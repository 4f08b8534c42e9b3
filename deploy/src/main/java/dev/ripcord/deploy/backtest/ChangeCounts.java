package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.deploy.backtest.Change.Kind;
import java.util.Collection;

/** How many sessions are halted only now, not any more, earlier, and later. */
public record ChangeCounts(@JsonProperty("new") long gained, long lost, long earlier, long later) {
    static ChangeCounts of(Collection<Change> changes) {
        return new ChangeCounts(
                count(changes, Kind.NEW),
                count(changes, Kind.LOST),
                count(changes, Kind.EARLIER),
                count(changes, Kind.LATER));
    }

    private static long count(Collection<Change> changes, Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}

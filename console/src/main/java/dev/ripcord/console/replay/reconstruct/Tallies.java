package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.console.replay.timeline.Mark;
import dev.ripcord.console.replay.timeline.StopStep;
import dev.ripcord.event.EventTypes;
import dev.ripcord.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is counted over a session's entries. */
final class Tallies {
    static final int MOST_TRACES = 10;

    /** As many as anybody reads; what gives more is a pattern without a rearm. */
    private static final int MOST_SIGNALS = 1_000;

    private final Set<String> traces = new LinkedHashSet<>();
    private final List<SignalLine> signals = new ArrayList<>();
    private long repeats;
    private long late;
    private long errors;
    private long retries;
    private Long firstTime;
    private long lastTime;
    private StopStep endedBy;
    private long endedAtStep;

    void add(Entry entry) {
        repeats += entry.is(Mark.REPEAT) ? 1 : 0;
        late += entry.is(Mark.LATE) ? 1 : 0;
        errors += Boolean.TRUE.equals(entry.facts().get(Fact.ERROR_IS.factName())) ? 1 : 0;
        retries += entry.eventType().equals(EventTypes.RETRY_ATTEMPT) && !entry.is(Mark.REPEAT) ? 1 : 0;
        firstTime = firstTime == null ? (Long) entry.shownTime() : firstTime;
        lastTime = Math.max(lastTime, entry.shownTime());
        if (entry.origin().traceId() != null && traces.size() < MOST_TRACES) {
            traces.add(entry.origin().traceId());
        }
        if (entry.stop() != null) {
            endedBy = entry.stop();
            endedAtStep = entry.step();
        }
        entry.signals().stream()
                .limit(MOST_SIGNALS - signals.size())
                .forEach(seen -> signals.add(SignalLine.of(entry.step(), seen)));
    }

    long repeats() {
        return repeats;
    }

    long late() {
        return late;
    }

    long errors() {
        return errors;
    }

    long retries() {
        return retries;
    }

    long firstTime() {
        return firstTime == null ? 0 : firstTime;
    }

    long lastTime() {
        return lastTime;
    }

    /** @return null where no event is about the end */
    StopStep endedBy() {
        return endedBy;
    }

    long endedAtStep() {
        return endedAtStep;
    }

    List<String> traces() {
        return List.copyOf(traces);
    }

    List<SignalLine> signals() {
        return List.copyOf(signals);
    }
}

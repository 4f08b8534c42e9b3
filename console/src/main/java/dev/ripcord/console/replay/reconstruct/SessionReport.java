package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.cause.LikelyCause;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.StopStep;
import dev.ripcord.console.replay.timeline.Totals;
import dev.ripcord.signal.SessionSummary;
import java.util.List;

/**
 * What a session came to, once its events have been read.
 *
 * @param parentSessionId null where the session names none; likewise rootSessionId
 * @param events all, repeats included
 * @param late those after the session's end
 * @param firstTime of the first event: the broker's time where it is known, else the producer's; milliseconds
 * @param lastTime of the last event, likewise
 * @param gaps jumps in the producer's own count, and how many numbers they left out
 * @param endedBy the latest event about the session's end; null where there is none
 * @param endedAtStep its step; 0 where there is none
 * @param signals in the order of the steps
 * @param cause null where no rule speaks for any
 * @param traceIds of the ordinary traces, the first {@value Tallies#MOST_TRACES}
 * @param coverage how much of the session the telemetry shows; null where nothing was judged
 * @param control what was said about the session after its last event
 * @param relatives sessions that name this one as their parent or root
 * @param state that was reported last; null where none was
 * @param remarks what could not be read or judged, a sentence each
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SessionReport(
        String tenantId,
        String sessionId,
        String parentSessionId,
        String rootSessionId,
        long events,
        long repeats,
        long late,
        long firstTime,
        long lastTime,
        Totals totals,
        CallCounts calls,
        long errors,
        long retries,
        long branches,
        long handoffs,
        Gaps gaps,
        List<Loop> loops,
        List<AgentNode> agents,
        StopStep endedBy,
        long endedAtStep,
        List<SignalLine> signals,
        List<NearMiss> nearMisses,
        LikelyCause cause,
        List<String> traceIds,
        SessionSummary.Coverage coverage,
        List<Control> control,
        List<Relative> relatives,
        JsonNode state,
        List<String> remarks) {
    /** @param missing numbers that are left out */
    public record Gaps(long gaps, long missing) {}
}

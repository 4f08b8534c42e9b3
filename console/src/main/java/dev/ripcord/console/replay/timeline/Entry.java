package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One event of a session, with all that is known at it. Written as JSON, it is a line of {@code ripcord replay --json}.
 * Whatever does not concern the event is null or empty, and left out of the JSON.
 *
 * @param step the event's number in the session from 1 on; repeats count, so that each event can be named
 * @param kafkaTime the broker's time, milliseconds since the epoch; null where nobody kept it
 * @param eventTime the producer's time
 * @param time session clock after the event; null for a repeat
 * @param marks what is odd about it
 * @param tool null where it names none
 * @param origin what the event says of where it comes from
 * @param control what operators, the guard and the agent said between the event before and this one
 * @param call the call that it makes or answers
 * @param state what it changed
 * @param decision what was decided, and what else could have been
 * @param handoff who handed over to whom
 * @param stop that it ends the session, or why it should
 * @param gap events that are missing before it
 * @param loop the cycle of calls that it is part of
 * @param totals of the session up to here
 * @param facts by name, as conditions read them; durations in milliseconds
 * @param signals that it completed
 * @param event the record as its producer wrote it; null where only summaries were asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(
        long step,
        Position position,
        Long kafkaTime,
        long eventTime,
        Long time,
        List<Mark> marks,
        String eventType,
        String agentId,
        String tool,
        EntryOrigin origin,
        List<Control> control,
        CallLink call,
        StateChange state,
        DecisionPoint decision,
        HandoffStep handoff,
        StopStep stop,
        SequenceGap gap,
        LoopStep loop,
        Totals totals,
        Map<String, Object> facts,
        List<SeenSignal> signals,
        JsonNode event) {
    public Entry {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(eventType, "eventType");
        Objects.requireNonNull(agentId, "agentId");
        marks = List.copyOf(marks);
        control = List.copyOf(control);
        signals = List.copyOf(signals);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /** @return the same without the record itself: small, whatever the agent wrote */
    public Entry summary() {
        return new Entry(
                step,
                position,
                kafkaTime,
                eventTime,
                time,
                marks,
                eventType,
                agentId,
                tool,
                origin,
                control,
                call,
                state == null ? null : state.summary(),
                decision == null ? null : decision.summary(),
                handoff,
                stop,
                gap,
                loop,
                totals,
                facts,
                signals,
                null);
    }

    /** @return the time that people see: the broker's where it is known */
    public long shownTime() {
        return kafkaTime == null ? eventTime : kafkaTime;
    }
}

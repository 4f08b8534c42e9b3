package dev.ripcord.deploy.evaluation;

import dev.ripcord.deploy.events.Line;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.EventTypes;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs definitions over labelled sessions, as if they had all been enforced from the beginning.
 *
 * <p>The file stands for a log of one partition: a record's place in it is its offset, and where Kafka's time would be
 * stands the event's own.
 */
public final class Evaluation {
    private final Labels labels;
    private final SessionJudge judge;
    private final Remarks remarks;
    private final Map<SessionKey, SessionOutcome> outcomes = new LinkedHashMap<>();
    private final Set<SessionKey> unlabelled = new HashSet<>();
    private long offset;

    public Evaluation(Labels labels, SessionJudge judge, Remarks remarks) {
        this.labels = labels;
        this.judge = judge;
        this.remarks = remarks;
    }

    /** @param minimumCalls sessions with fewer tool calls are left out */
    public EvaluationReport over(LineFile events, int minimumCalls) throws IOException, InterruptedException {
        events.forEach(line -> take(line, events));
        remarkSessionsWithoutEvents();
        var counted = outcomes.values().stream()
                .filter(outcome -> outcome.calls() >= minimumCalls)
                .toList();
        return EvaluationReport.of(counted, judge.definitions());
    }

    private void take(Line line, LineFile file) {
        var position = new Position(0, offset++);
        var decoded = EventDecoder.decode(line.bytes());
        if (decoded instanceof Decoded.Readable readable) {
            var event = readable.event();
            outcome(event.session(), line, file)
                    .ifPresent(outcome -> judge(outcome, envelope(position, event, line.bytes())));
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            remarks.add("lines that are no event", file.place(line.number()) + ": " + unreadable.reason());
        }
    }

    private Optional<SessionOutcome> outcome(SessionKey session, Line line, LineFile file) {
        var known = outcomes.get(session);
        if (known != null) {
            return Optional.of(known);
        }
        var label = labels.of(session);
        if (label.isPresent()) {
            outcomes.put(session, new SessionOutcome(label.get()));
            return Optional.of(outcomes.get(session));
        }
        if (unlabelled.add(session)) {
            remarks.add("sessions without a label, left out", file.place(line.number()) + ": " + session);
        }
        return Optional.empty();
    }

    private static Envelope envelope(Position position, Event event, byte[] bytes) {
        return new Envelope(position, event.timestamp(), event, bytes);
    }

    private void judge(SessionOutcome outcome, Envelope event) {
        var verdict = judge.judge(event);
        if (!verdict.repeat() && event.event().is(EventTypes.TOOL_INVOCATION)) {
            outcome.called();
        }
        verdict.firing().forEach(outcome::fired);
    }

    private void remarkSessionsWithoutEvents() {
        for (var session : labels.sessions()) {
            if (!outcomes.containsKey(session)) {
                remarks.add("labelled sessions without events, left out", labels.placeOf(session) + ": " + session);
            }
        }
    }

    /** @return records read so far, events or not */
    public long records() {
        return offset;
    }
}

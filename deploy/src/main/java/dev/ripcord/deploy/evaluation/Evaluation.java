package dev.ripcord.deploy.evaluation;

import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.history.HistoryRecord;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.EventTypes;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Runs definitions over labelled sessions, as if they had all been enforced from the beginning.
 *
 * <p>A file stands for a log of one partition: a record's place in it is its offset, and where Kafka's time would be
 * stands the event's own.
 */
public final class Evaluation {
    private final Labels labels;
    private final SessionJudge judge;
    private final Remarks remarks;
    private final Map<SessionKey, SessionOutcome> outcomes = new LinkedHashMap<>();
    private final Set<SessionKey> unlabelled = new HashSet<>();
    private long records;

    public Evaluation(Labels labels, SessionJudge judge, Remarks remarks) {
        this.labels = labels;
        this.judge = judge;
        this.remarks = remarks;
    }

    /** @param minimumCalls sessions with fewer tool calls are left out */
    public EvaluationReport over(History events, int minimumCalls) throws IOException, InterruptedException {
        return EvaluationReport.of(outcomes(events, minimumCalls, read -> {}), judge.definitions());
    }

    /**
     * @param progress is told how many records have been read, after each
     * @return the labelled sessions as they went, in the order of their first events
     */
    public List<SessionOutcome> outcomes(History events, int minimumCalls, LongConsumer progress)
            throws IOException, InterruptedException {
        events.forEach(item -> {
            take(item, events);
            progress.accept(records);
        });
        remarkSessionsWithoutEvents();
        return outcomes.values().stream()
                .filter(outcome -> outcome.calls() >= minimumCalls)
                .toList();
    }

    private void take(HistoryRecord item, History history) {
        records++;
        var decoded = EventDecoder.decode(item.bytes());
        if (decoded instanceof Decoded.Readable readable) {
            var event = readable.event();
            outcome(event.session(), item, history).ifPresent(outcome -> judge(outcome, envelope(item, event)));
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            remarks.add("lines that are no event", history.place(item) + ": " + unreadable.reason());
        }
    }

    private Optional<SessionOutcome> outcome(SessionKey session, HistoryRecord item, History history) {
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
            remarks.add("sessions without a label, left out", history.place(item) + ": " + session);
        }
        return Optional.empty();
    }

    private static Envelope envelope(HistoryRecord item, Event event) {
        long kafkaTime = item.kafkaTime() == null ? event.timestamp() : item.kafkaTime();
        return new Envelope(item.position(), kafkaTime, event, item.bytes());
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
        return records;
    }
}

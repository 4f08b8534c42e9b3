package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.Labels;
import dev.ripcord.deploy.evaluation.SessionOutcome;
import dev.ripcord.deploy.evaluation.ToolUse;
import dev.ripcord.deploy.evaluation.UnusedTools;
import dev.ripcord.deploy.history.History;
import dev.ripcord.deploy.history.HistoryRecord;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.detection.DetectionLimits;
import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.PatternBook;
import dev.ripcord.detection.Releases;
import dev.ripcord.detection.SessionDetector;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.event.EventTypes;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Runs definitions over history with the code that judges live: as if all of them had been enforced from its first
 * record, and nothing had been released. A session goes on after it would have been halted, as it did; what it did from
 * there on is what the halt would have saved.
 *
 * <p>Everything that comes out is a function of the records, the definitions and the labels alone.
 */
public final class Backtest {
    private static final int FEW_SESSIONS = 10_000;

    private final Candidates candidates;
    private final Labels labels;
    private final DetectionLimits limits = DetectionLimits.DEFAULT;
    private final SessionDetector detector = new SessionDetector(limits);
    private final Map<SessionKey, SessionTrace> traces = new LinkedHashMap<>();
    private final Map<String, Long> signals = new HashMap<>();
    private final ToolUse toolUse;
    private History history;
    private long records;
    private long events;
    private long repeats;
    private long late;
    private long dead;
    private String firstDead;
    private long overflows;
    private int judged;
    private int judgedAfterSweep;

    /** @param labels of sessions; none where nobody knows */
    public Backtest(Candidates candidates, Labels labels) {
        this.candidates = candidates;
        this.labels = labels;
        this.toolUse = new ToolUse(candidates.newerTools());
    }

    /** @param progress is told how many records have been read, after each */
    public void over(History from, LongConsumer progress) throws IOException, InterruptedException {
        history = from;
        from.forEach(item -> {
            take(item);
            progress.accept(records);
        });
    }

    private void take(HistoryRecord item) {
        records++;
        var decoded = EventDecoder.decode(item.bytes());
        if (decoded instanceof Decoded.Readable readable) {
            judge(item, readable.event());
        } else if (dead++ == 0) {
            firstDead = history.place(item) + ": " + ((Decoded.Unreadable) decoded).reason();
        }
    }

    private void judge(HistoryRecord item, Event event) {
        long kafkaTime = item.kafkaTime() == null ? event.timestamp() : item.kafkaTime();
        var envelope = new Envelope(item.position(), kafkaTime, event, item.bytes());
        var digested = DigestedEvent.of(envelope, limits.fold().volatileFields());
        toolUse.saw(event.session().tenant(), digested.agent(), digested.tool());
        var trace = traces.computeIfAbsent(event.session(), this::newTrace);
        judged += trace.isJudged() ? 0 : 1;
        var session = trace.newer(kafkaTime, limits);
        boolean ended = session.ended();
        var patterns = candidates.newer().at(event.session().tenant(), kafkaTime);
        var judgement = detector.judge(session, digested, patterns, Releases.NONE);
        count(trace, event, judgement, ended);
        candidates.changed().ifPresent(book -> judgeChanged(trace, digested, book));
        forget(kafkaTime);
    }

    private SessionTrace newTrace(SessionKey key) {
        return new SessionTrace(key, labels.of(key).map(SessionOutcome::new).orElse(null));
    }

    private void count(SessionTrace trace, Event event, Judgement judgement, boolean ended) {
        if (judgement.duplicate()) {
            repeats++;
            return;
        }
        events++;
        late += ended ? 1 : 0;
        overflows += judgement.overflows();
        trace.step();
        trace.outcome().filter(outcome -> event.is(EventTypes.TOOL_INVOCATION)).ifPresent(SessionOutcome::called);
        for (Signal signal : judgement.signals()) {
            signalled(trace, signal, signal.pattern().key());
            trace.outcome()
                    .filter(outcome -> signal.action().stops())
                    .ifPresent(outcome -> outcome.fired(signal.pattern().id()));
        }
    }

    private void judgeChanged(SessionTrace trace, DigestedEvent event, PatternBook book) {
        var patterns = book.at(event.session().tenant(), event.kafkaTime());
        detector.judge(trace.changed(limits), event, patterns, Releases.NONE)
                .signals()
                .forEach(signal -> signalled(
                        trace, signal, candidates.olderName(signal.pattern().key())));
    }

    /** @param name under which it is kept who found it */
    private void signalled(SessionTrace trace, Signal signal, String name) {
        signals.merge(name, 1L, Long::sum);
        trace.signalled(signal, name);
    }

    /** Now and then, so that weeks of a topic fit into memory. */
    private void forget(long kafkaTime) {
        if (history.isInOrderOfTime() && judged > 2 * judgedAfterSweep + FEW_SESSIONS) {
            judged = 0;
            for (SessionTrace trace : traces.values()) {
                trace.forgetIfOver(kafkaTime);
                judged += trace.isJudged() ? 1 : 0;
            }
            judgedAfterSweep = judged;
        }
    }

    Candidates candidates() {
        return candidates;
    }

    /** @return every session, in the order of their first events */
    Collection<SessionTrace> traces() {
        return traces.values();
    }

    Optional<SessionTrace> trace(SessionKey session) {
        return Optional.ofNullable(traces.get(session));
    }

    /** @return signals of that definition, {@code id@hash} */
    long signals(String definition) {
        return signals.getOrDefault(definition, 0L);
    }

    /** @return records read so far */
    public long records() {
        return records;
    }

    /** @return tools of the new profiles that history does not have */
    List<UnusedTools> unusedTools() {
        return toolUse.unused();
    }

    HistoryCounts counts() {
        BigDecimal spent = traces.values().stream().map(SessionTrace::spent).reduce(null, Dollars::sum);
        return new HistoryCounts(records, events, traces.size(), repeats, late, dead, firstDead, overflows, spent);
    }
}

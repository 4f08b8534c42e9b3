package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.cause.CauseSearch;
import dev.ripcord.console.replay.judge.HaltWords;
import dev.ripcord.console.replay.source.LogRecord;
import dev.ripcord.console.replay.source.Relative;
import dev.ripcord.console.replay.timeline.Control;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.console.replay.timeline.EntryOrigin;
import dev.ripcord.console.replay.timeline.Mark;
import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.Released;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.fact.Step;
import dev.ripcord.halt.Subject;
import dev.ripcord.json.Json;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts one session together again, record by record in the order of the log. What it remembers is bounded, but for some
 * bytes an event: a session of any length flows through.
 */
public final class Reconstruction {
    private static final int MOST_AGENTS = 1_000;

    private final SessionKey session;
    private final Evidence evidence;
    private final CallPairing calls = new CallPairing();
    private final StateChanges states = new StateChanges();
    private final SequenceGaps gaps = new SequenceGaps();
    private final Decisions decisions = new Decisions();
    private final Agents agents = new Agents();
    private final Loops loops = new Loops();
    private final Running running = new Running();
    private final NearMisses nearMisses = new NearMisses();
    private final StepNumbers numbers = new StepNumbers();
    private final CauseSearch cause = new CauseSearch();
    private final Tallies tallies = new Tallies();
    private final Set<String> actors = new HashSet<>();
    private final SignalReading signals;
    private final ControlLog control;
    private LogRecord latest;
    private long latestTime;
    private long events;

    public Reconstruction(SessionKey session, Evidence evidence) {
        this.session = session;
        this.evidence = evidence;
        this.signals = new SignalReading(evidence, numbers);
        this.control = new ControlLog(evidence.halts().all(), evidence.answers());
    }

    /** Takes what was said from outside since the evidence was read: before the events that came after it. */
    public void said(HaltWords words, List<ControlLog.Answer> answers) {
        words.all().forEach(evidence.judge()::said);
        control.add(words.all(), answers);
    }

    /** @return what was said of the session since its latest event; its next event does not say it again */
    public List<Control> saidSince() {
        return control.until(Long.MAX_VALUE, subject(), actors);
    }

    /** @return empty where the record belongs to another session or is no event */
    public Optional<Entry> after(LogRecord record) {
        Decoded decoded = EventDecoder.decode(record.value());
        if (decoded instanceof Decoded.Readable readable) {
            Event event = readable.event();
            return event.session().equals(session) ? Optional.of(entry(record, event)) : Optional.empty();
        }
        return Optional.empty();
    }

    private Entry entry(LogRecord record, Event event) {
        long step = ++events;
        numbers.add(record.position(), step);
        actors.add(actors.size() < MOST_AGENTS ? event.agent() : "");
        long kafkaTime = record.kafkaTime() == null ? event.timestamp() : record.kafkaTime();
        boolean ended = evidence.judge().ended();
        Judgement judgement = evidence.judge().after(new Envelope(record.position(), kafkaTime, event, record.value()));
        Set<Mark> marks = marks(record, event, judgement, ended);
        Entry entry = marks.contains(Mark.REPEAT)
                ? repeat(step, record, event, marks)
                : full(step, record, event, marks, judgement.step().orElseThrow(), judgement);
        latest = record;
        tallies.add(entry);
        return entry;
    }

    private Set<Mark> marks(LogRecord record, Event event, Judgement judgement, boolean ended) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (latest != null && latest.position().partition() != record.position().partition()) {
            marks.add(Mark.OTHER_PARTITION);
        }
        if (judgement.duplicate()) {
            marks.add(Mark.REPEAT);
            return marks;
        }
        if (judgement.released() != Released.NO) {
            marks.add(Mark.RELEASED);
        }
        if (evidence.judge().beganAnew()) {
            marks.add(Mark.BEGINS_ANEW);
        } else if (ended) {
            marks.add(Mark.LATE);
        }
        if (events > 1 && event.timestamp() < latestTime) {
            marks.add(Mark.BACKWARD);
        }
        latestTime = Math.max(latestTime, event.timestamp());
        return marks;
    }

    private Entry full(long number, LogRecord record, Event event, Set<Mark> marks, Step step, Judgement judgement) {
        running.after(event, evidence.judge().summary().orElseThrow());
        List<SeenSignal> seen = seen(number, record, step, judgement);
        return new Entry(
                number,
                record.position(),
                record.kafkaTime(),
                event.timestamp(),
                step.time(),
                List.copyOf(marks),
                event.type(),
                event.agent(),
                step.event().tool(),
                EntryOrigin.of(event.origin()),
                control(record),
                calls.after(event, number),
                states.after(event.payload(), number),
                decisions.after(event, step.facts()),
                agents.after(event, number),
                Stops.of(event),
                gaps.after(event.origin().sequence()),
                loops.after(step, number, running.spentNanos()),
                running.totals(),
                step.facts().toMap(),
                seen,
                tree(record));
    }

    private List<SeenSignal> seen(long number, LogRecord record, Step step, Judgement judgement) {
        cause.after(number, step.facts());
        List<SeenSignal> seen = signals.at(record.position(), judgement);
        for (SeenSignal one : seen) {
            nearMisses.signalled(one.signal().pattern().key());
            cause.signalled(one.signal().stops());
        }
        nearMisses.after(evidence.judge().attempts(), number);
        return seen;
    }

    /** It says again what was said, and changes nothing. */
    private Entry repeat(long number, LogRecord record, Event event, Set<Mark> marks) {
        return new Entry(
                number,
                record.position(),
                record.kafkaTime(),
                event.timestamp(),
                null,
                List.copyOf(marks),
                event.type(),
                event.agent(),
                event.payload().text("tool_name").orElse(null),
                EntryOrigin.of(event.origin()),
                control(record),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                running.totals(),
                Map.of(),
                List.of(),
                tree(record));
    }

    /** Without the broker's time nobody knows what came between. */
    private List<Control> control(LogRecord record) {
        return record.kafkaTime() == null ? List.of() : control.until(record.kafkaTime(), subject(), actors);
    }

    private Subject subject() {
        return new Subject(session.tenant(), session.session(), running.rootSession(), running.parentSession(), null);
    }

    private static JsonNode tree(LogRecord record) {
        try {
            return Json.MAPPER.readTree(record.value());
        } catch (IOException decodedBefore) {
            throw new IllegalStateException(decodedBefore);
        }
    }

    /** @return how many events of the session there were */
    public long events() {
        return events;
    }

    /** @return the state that was reported last; null where none was */
    public JsonNode state() {
        return states.current();
    }

    /**
     * @param relatives as the sources know them
     * @param remarks what could not be read or judged
     * @return what the session came to; nothing may be added afterwards
     */
    public SessionReport report(List<Relative> relatives, List<String> remarks) {
        return new SessionReport(
                session.tenant(),
                session.session(),
                running.parentSession(),
                running.rootSession(),
                events,
                tallies.repeats(),
                tallies.late(),
                tallies.firstTime(),
                tallies.lastTime(),
                running.totals(),
                calls.counts(),
                tallies.errors(),
                tallies.retries(),
                decisions.branches(),
                agents.handoffs(),
                new SessionReport.Gaps(gaps.gaps(), gaps.missing()),
                loops.all(),
                agents.all(),
                tallies.endedBy(),
                tallies.endedAtStep(),
                tallies.signals(),
                nearMisses.all(evidence.texts(), numbers),
                cause.found().orElse(null),
                tallies.traces(),
                running.coverage(),
                saidSince(),
                relatives,
                states.current(),
                remarks);
    }
}

package dev.ripcord.decision;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Writer;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.Violation;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides without Flink, and keeps what came of it. Its state is written and read between any two decisions. */
public final class DecisionRun implements Consequences {
    public static final Actor MARIA = new Actor(Actor.Kind.PERSON, "maria");

    public final List<DecidedSignal> told = new ArrayList<>();
    public final List<HaltWrite> written = new ArrayList<>();
    public final List<Happening> happened = new ArrayList<>();
    public final List<Long> deliveries = new ArrayList<>();
    public final List<TimeToStop> stops = new ArrayList<>();
    public BigDecimal ignoredUsd = BigDecimal.ZERO;

    private final DecisionLimits limits;
    private final Map<String, byte[]> scopes = new HashMap<>();
    private byte[] wider = Json.bytes(WiderDecisions.Kept.NOTHING);
    private long now = GivenSignal.NOW;

    public DecisionRun(DecisionLimits limits) {
        this.limits = limits;
    }

    public DecisionRun() {
        this(DecisionLimits.DEFAULT);
    }

    private interface Step {
        ScopeDecisions of(Decisions decisions, ScopeDecisions known);
    }

    private DecisionRun step(Scope scope, Step step) {
        WiderDecisions across = new WiderDecisions(limits, read(wider, WiderDecisions.Kept.class));
        byte[] known = scopes.get(scope.key());
        ScopeDecisions before = known == null ? ScopeDecisions.NONE : read(known, ScopeDecisions.class);
        ScopeDecisions after = step.of(new Decisions(limits, across), before);
        scopes.put(scope.key(), Json.bytes(after));
        wider = Json.bytes(across.kept());
        return this;
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public DecisionRun at(long wallClock) {
        now = wallClock;
        return this;
    }

    public DecisionRun hears(GivenSignal signal) {
        return step(signal.scope(), (decisions, known) -> decisions.signalled(known, signal.signal(), now, this));
    }

    public DecisionRun hears(Violation violation) {
        return step(violation.scope(), (decisions, known) -> decisions.violated(known, violation, this));
    }

    public DecisionRun reads(Scope scope, HaltRecord record, long kafkaTime) {
        return step(scope, (decisions, known) -> decisions.recorded(known, record, kafkaTime, now, false, this));
    }

    /** The topic gives back everything that was written so far and not yet read. */
    public DecisionRun readsBack(long kafkaTime) {
        List<HaltWrite> writes = List.copyOf(written);
        writes.forEach(write -> {
            if (write.record() instanceof Halt halt) {
                reads(halt.scope(), halt, kafkaTime);
            } else if (write.record() instanceof Release release) {
                reads(release.scope(), release, kafkaTime);
            }
        });
        return this;
    }

    public DecisionRun releases(Scope scope, long issuedAt, long kafkaTime, Position... through) {
        Release release = Release.of(Writer.OPERATOR, scope, "checked", MARIA, issuedAt, List.of(through));
        return reads(scope, release, kafkaTime);
    }

    public DecisionRun mutes(Mute mute) {
        WiderDecisions across = new WiderDecisions(limits, read(wider, WiderDecisions.Kept.class));
        across.apply(mute);
        wider = Json.bytes(across.kept());
        return this;
    }

    public DecisionRun acknowledges(GivenSignal signal, Acknowledgement.Status status, long kafkaTime) {
        return acknowledges(signal.id(), signal.scope(), signal.session(), status, kafkaTime);
    }

    public DecisionRun acknowledges(
            String haltId, Scope scope, String session, Acknowledgement.Status status, long kafkaTime) {
        Acknowledgement said = said(haltId, scope, session, status, kafkaTime);
        return step(scope, (decisions, known) -> decisions.acknowledged(known, said, kafkaTime, this));
    }

    /** The session hears its own words about the halt of another scope. */
    public DecisionRun answers(
            String haltId, Scope scope, String session, Acknowledgement.Status status, long kafkaTime) {
        Acknowledgement said = said(haltId, scope, session, status, kafkaTime);
        return step(GivenSignal.scope(session), (decisions, known) -> decisions.answered(known, said, kafkaTime));
    }

    private static Acknowledgement said(
            String haltId, Scope scope, String session, Acknowledgement.Status status, long kafkaTime) {
        return new Acknowledgement(
                Acknowledgement.SCHEMA_VERSION,
                haltId,
                scope,
                SessionKey.DEFAULT_TENANT,
                session,
                "invoice-agent",
                status,
                "the prompt said so",
                "ripcord-java/0.1.0",
                kafkaTime);
    }

    public DecisionRun waitsUntil(Scope scope, long wallClock) {
        return step(scope, (decisions, known) -> decisions.waited(known, scope, wallClock, this));
    }

    /** @return whether anything is still known of the scope at that Kafka time */
    public boolean remembers(Scope scope, long kafkaTime) {
        WiderDecisions across = new WiderDecisions(limits, read(wider, WiderDecisions.Kept.class));
        ScopeDecisions known = read(scopes.get(scope.key()), ScopeDecisions.class);
        Optional<ScopeDecisions> left =
                new Decisions(limits, across).aged(kafkaTime, Math.max(now, kafkaTime), known, scope, this);
        left.ifPresentOrElse(still -> scopes.put(scope.key(), Json.bytes(still)), () -> scopes.remove(scope.key()));
        return left.isPresent();
    }

    public List<Halt> halts() {
        return records(Halt.class);
    }

    public List<Release> withdrawals() {
        return records(Release.class);
    }

    private <T extends HaltRecord> List<T> records(Class<T> kind) {
        return written.stream()
                .map(HaltWrite::record)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What the guard tells by itself. */
    public List<Signal> alarms(Alarm alarm) {
        return told.stream()
                .map(DecidedSignal::signal)
                .filter(signal -> signal.pattern().equals(alarm.reference()))
                .toList();
    }

    @Override
    public void tell(DecidedSignal signal) {
        told.add(signal);
    }

    @Override
    public void write(HaltWrite write) {
        written.add(write);
    }

    @Override
    public void count(Happening happening, long times) {
        happened.addAll(Collections.nCopies(Math.toIntExact(times), happening));
    }

    @Override
    public void ignoredAt(BigDecimal dollars) {
        ignoredUsd = ignoredUsd.add(dollars);
    }

    @Override
    public void delivered(long millis) {
        deliveries.add(millis);
    }

    @Override
    public void stopped(String haltId, TimeToStop time) {
        stops.add(time);
    }
}

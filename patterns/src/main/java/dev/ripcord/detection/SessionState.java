package dev.ripcord.detection;

import dev.ripcord.event.Envelope;
import dev.ripcord.event.Origin;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is remembered of one session: its folded log, the partial matches of each definition, and when each
 * definition last gave a signal. One value in state, written by {@link SessionStateWriter}.
 *
 * <p>Partial matches belong to a definition and a structure ({@link Structure}). They are dropped at the first event at
 * which the definition is not in force any more: a moment that every replay agrees on, unlike that of a clean-up.
 */
public final class SessionState {
    /** Of what {@link #write} writes; all from 1 on can be read. */
    public static final int LAYOUT_VERSION = SessionStateWriter.VERSION;

    private final SessionKey key;
    private final DetectionLimits limits;
    private SessionFold fold;
    private final Map<String, Progress> progress;
    private final Map<String, Long> signalledAt;
    private String latestSignal;
    private long releasedAt;
    private ActivePatterns checkedAgainst;

    /** The partial matches of a definition, and the structure that their state names belong to. */
    record Progress(String structure, PartialMatches matches) {}

    public SessionState(SessionKey key, DetectionLimits limits) {
        this(key, limits, new SessionFold(limits.fold()), new TreeMap<>(), new TreeMap<>(), null, Releases.NEVER);
    }

    SessionState(
            SessionKey key,
            DetectionLimits limits,
            SessionFold fold,
            Map<String, Progress> progress,
            Map<String, Long> signalledAt,
            String latestSignal,
            long releasedAt) {
        this.key = key;
        this.limits = limits;
        this.fold = fold;
        this.progress = progress;
        this.signalledAt = signalledAt;
        this.latestSignal = latestSignal;
        this.releasedAt = releasedAt;
    }

    public void write(DataOutput out) throws IOException {
        SessionStateWriter.write(this, out);
    }

    /** @throws IOException where the bytes are no session's state, or that of a newer version */
    public static SessionState read(DataInput in, DetectionLimits limits) throws IOException {
        return SessionStateReader.read(in, limits);
    }

    public SessionKey key() {
        return key;
    }

    /** @return Kafka time of the latest event */
    public long kafkaTime() {
        return fold.kafkaTime();
    }

    /** @return whether the log says that the session is over */
    public boolean ended() {
        return fold.ended();
    }

    /**
     * @return Kafka time after which nothing of the session counts any more: an engine may free the state then, and one
     *     that still has it must not use it, so that both find the same
     */
    public long overAfter() {
        Duration kept = ended() ? limits.endedGrace() : limits.fold().idle();
        return kafkaTime() + kept.plus(limits.fold().allowedSkew()).toMillis();
    }

    /** Begins a new session under the same key where the old one is over by then. */
    void beginIfOver(long kafkaTime) {
        if (fold.position() != null && kafkaTime > overAfter()) {
            fold = new SessionFold(limits.fold());
            latestSignal = null;
            releasedAt = Releases.NEVER;
            beginAnew();
        }
    }

    /** Begins anew, with the totals kept, where a release that was not applied yet counts at the event. */
    Released beginIfReleased(Envelope envelope, Releases releases) {
        if (releases.isEmpty()) {
            return Released.NO;
        }
        String root = Lineage.top(key, fold, envelope.event().origin());
        long from = releases.latest(key, root, envelope.kafkaTime());
        if (from <= releasedAt) {
            return Released.NO;
        }
        releasedAt = from;
        if (fold.position() == null) {
            return Released.NO;
        }
        // A session that only now says what it belongs to could not have been released with it before.
        boolean late = from <= kafkaTime() && root.equals(Lineage.top(key, fold, Origin.NONE));
        fold.restart();
        beginAnew();
        return late ? Released.LATE : Released.IN_TIME;
    }

    public SessionSummary summary() {
        return Summary.of(this);
    }

    SessionFold fold() {
        return fold;
    }

    /** @return by definition key */
    Map<String, Progress> progress() {
        return progress;
    }

    /** @return session clock of the latest signal, by definition id */
    Map<String, Long> signalledAt() {
        return signalledAt;
    }

    /** @return Kafka time from which the latest release that was applied counts; {@link Releases#NEVER} without one */
    long releasedAt() {
        return releasedAt;
    }

    Optional<String> latestSignal() {
        return Optional.ofNullable(latestSignal);
    }

    /** The facts began anew: what was found in the old ones must not go on. */
    void beginAnew() {
        progress.clear();
        signalledAt.clear();
    }

    /** @return partial matches dropped although their definition is in force, because its structure is another one */
    int keepOnly(ActivePatterns patterns) {
        if (checkedAgainst == patterns) {
            return 0;
        }
        checkedAgainst = patterns;
        progress.keySet().removeIf(definition -> patterns.withKey(definition).isEmpty());
        int before = begun();
        progress.entrySet()
                .removeIf(entry -> patterns.withKey(entry.getKey())
                        .filter(pattern -> pattern.compiled()
                                .structure()
                                .equals(entry.getValue().structure()))
                        .isEmpty());
        return before - begun();
    }

    private int begun() {
        return progress.values().stream()
                .mapToInt(known -> known.matches().begun())
                .sum();
    }

    Optional<PartialMatches> matches(ActivePattern pattern) {
        return Optional.ofNullable(progress.get(pattern.key())).map(Progress::matches);
    }

    void keep(ActivePattern pattern, PartialMatches matches) {
        if (matches.begun() == 0) {
            progress.remove(pattern.key());
        } else {
            progress.computeIfAbsent(
                    pattern.key(), known -> new Progress(pattern.compiled().structure(), matches));
        }
    }

    boolean isArmed(String definitionId, long time, long rearmMillis) {
        Long latest = signalledAt.get(definitionId);
        return latest == null || time - latest >= rearmMillis;
    }

    void signalled(String definitionId, long time, String signalId) {
        signalledAt.put(definitionId, time);
        latestSignal = signalId;
    }
}

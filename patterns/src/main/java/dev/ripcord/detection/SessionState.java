package dev.ripcord.detection;

import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.fact.LatestEvent;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final Comparator<Progress> BY_PLACE = Comparator.comparingInt(Progress::place);

    private final SessionKey key;
    private final DetectionLimits limits;
    private SessionFold fold;
    private final List<Progress> inProgress;
    private final Map<String, Long> signalledAt;
    private HeldSteps held = new HeldSteps();
    private String latestSignal;
    private long releasedAt;
    /** Kept beside what is told of the latest event, which an event after a while would have to wait for. */
    private long overAfter;

    private ActivePatterns checkedAgainst;

    public SessionState(SessionKey key, DetectionLimits limits) {
        this(key, limits, new SessionFold(limits.fold()), new ArrayList<>(0), new TreeMap<>(), null, Releases.NEVER);
    }

    SessionState(
            SessionKey key,
            DetectionLimits limits,
            SessionFold fold,
            List<Progress> inProgress,
            Map<String, Long> signalledAt,
            String latestSignal,
            long releasedAt) {
        this.key = key;
        this.limits = limits;
        this.fold = fold;
        this.inProgress = inProgress;
        this.signalledAt = signalledAt;
        this.latestSignal = latestSignal;
        this.releasedAt = releasedAt;
        folded();
    }

    public void write(DataOutput out) throws IOException {
        new SessionStateWriter().write(this, out);
    }

    /** @throws IOException where the bytes are no session's state, or that of a newer version */
    public static SessionState read(DataInput in, DetectionLimits limits) throws IOException {
        return SessionStateReader.read(in, limits);
    }

    /** @return {@link #expiry} of what {@link #read} would read, at a small part of its price */
    public static Expiry readExpiry(DataInput in, DetectionLimits limits) throws IOException {
        LatestEvent latest = SessionStateReader.latest(in, limits);
        return new Expiry(latest.partition(), overAfter(latest.kafkaTime(), latest.ended(), limits));
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

    /** @return whether its events lie in more than one partition, so that their order is not defined */
    public boolean isSplit() {
        return fold.isSplit();
    }

    /**
     * @return Kafka time after which nothing of the session counts any more: an engine may free the state then, and one
     *     that still has it must not use it, so that both find the same
     */
    public long overAfter() {
        return overAfter;
    }

    /** @return {@link #overAfter}, and where; of a session that has had an event */
    public Expiry expiry() {
        return new Expiry(fold.position().partition(), overAfter);
    }

    /** An event was folded. */
    void folded() {
        overAfter = overAfter(kafkaTime(), ended(), limits);
    }

    private static long overAfter(long kafkaTime, boolean ended, DetectionLimits limits) {
        Duration kept = ended ? limits.endedGrace() : limits.fold().idle();
        return kafkaTime + kept.toMillis() + limits.fold().allowedSkew().toMillis();
    }

    /** Begins a new session under the same key where the old one is over by then. */
    void beginIfOver(long kafkaTime) {
        if (kafkaTime > overAfter && fold.position() != null) {
            fold = new SessionFold(limits.fold());
            latestSignal = null;
            releasedAt = Releases.NEVER;
            beginAnew();
        }
    }

    /** Begins anew, with the totals kept, where a release that was not applied yet counts at the event. */
    Released beginIfReleased(DigestedEvent event, Releases releases) {
        if (releases.isEmpty()) {
            return Released.NO;
        }
        String root = Lineage.top(key, fold, event.rootSession(), event.parentSession());
        long from = releases.latest(key, root, event.kafkaTime());
        if (from <= releasedAt) {
            return Released.NO;
        }
        releasedAt = from;
        if (fold.position() == null) {
            return Released.NO;
        }
        // A session that only now says what it belongs to could not have been released with it before.
        boolean late = from <= kafkaTime() && root.equals(Lineage.top(key, fold, null, null));
        fold.restart();
        beginAnew();
        return late ? Released.LATE : Released.IN_TIME;
    }

    /** @return of state, that the partial matches hold; on the heap they take about nine times as much */
    public long heldBytes() {
        return held.bytes();
    }

    public SessionSummary summary() {
        return Summary.of(this);
    }

    /** @return where each definition stands that has begun to match, by their keys */
    public List<Attempt> attempts() {
        return progress().stream().map(Attempt::of).toList();
    }

    SessionFold fold() {
        return fold;
    }

    /** @return of each definition that has partial matches, by their keys */
    List<Progress> progress() {
        return inProgress.stream()
                .sorted(Comparator.comparing(Progress::definition))
                .toList();
    }

    /** @return the same by their places among the patterns in force, once {@link #keepOnly} was told these */
    List<Progress> inProgress() {
        return inProgress;
    }

    /** @return what the partial matches hold, likewise */
    HeldSteps held() {
        return held;
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
        inProgress.clear();
        held = new HeldSteps();
        signalledAt.clear();
    }

    /** @return partial matches dropped although their definition is in force, because its structure is another one */
    int keepOnly(ActivePatterns patterns) {
        if (checkedAgainst == patterns) {
            return 0;
        }
        checkedAgainst = patterns;
        int forgotten = 0;
        for (Progress progress : List.copyOf(inProgress)) {
            forgotten += keep(progress, patterns);
        }
        inProgress.sort(BY_PLACE);
        return forgotten;
    }

    private int keep(Progress progress, ActivePatterns patterns) {
        Integer place = patterns.placeOf(progress.definition());
        ActivePattern pattern = place == null ? null : patterns.at(place);
        if (pattern == null || !pattern.compiled().structure().equals(progress.structure())) {
            progress.release(held);
            inProgress.remove(progress);
            return pattern == null ? 0 : progress.begun();
        }
        int forgotten = progress.bind(pattern, place, held);
        keepIfBegun(progress);
        return forgotten;
    }

    void keepIfBegun(Progress progress) {
        if (progress.bound().begun() == 0) {
            inProgress.remove(progress);
        }
    }

    /** A definition has begun its first partial match. */
    void began(Progress progress) {
        int index = inProgress.size();
        while (index > 0 && inProgress.get(index - 1).place() > progress.place()) {
            index--;
        }
        inProgress.add(index, progress);
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

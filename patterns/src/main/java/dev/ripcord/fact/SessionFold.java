package dev.ripcord.fact;

import dev.ripcord.event.Envelope;
import dev.ripcord.topic.Position;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One session's log, folded event by event into the facts that patterns read.
 *
 * <p>The fold is a pure function of the envelopes given to it, in their order: it asks no clock of this machine, draws
 * no random number, and iterates over nothing whose order is not defined. The same log gives the same facts live,
 * after recovery, in a backtest and in a unit test. To that end three things live here and not in an engine:
 *
 * <ul>
 *   <li><b>Identity.</b> An event that repeats one of the latest 512 identities is dropped, whoever delivers it again.
 *   <li><b>Time.</b> The {@link SessionClock} goes by the timestamps in the log alone, so that a backlog read in a
 *       second gives the windows that it gave live.
 *   <li><b>Idleness.</b> A gap above the idle limit begins the facts anew, before the event after it is folded. An
 *       engine that drops an idle session's state early or late changes nothing by it but memory.
 * </ul>
 *
 * <p>When facts begin anew, after a gap or because a halt was released, four things stay: the clock, the identities,
 * the coverage, and the totals. Nothing else is carried over, except that what was spent before is taken off the sums
 * that producers report.
 *
 * <p>Everything is bounded: a session of a million events keeps some tens of kilobytes at most, one of fifty events
 * some hundreds of bytes, and a step costs the same at any length.
 */
public final class SessionFold {
    /** Raised with every change of what {@link #write} writes, and the layout of the whole session's state with it. */
    private static final int VERSION = 3;

    /** Written by it, a session keeps the facts that it had; later ones begin with the next event. */
    private static final int OLDEST_VERSION = 1;

    private final FoldLimits limits;
    private final long idleLimit;
    private final SessionClock clock;
    private final Identities identities = new Identities();
    private final LatestEvent latest = new LatestEvent();
    private final CoverageFact coverage = new CoverageFact();
    private Totals before = Totals.NONE;
    private FactFold facts;
    private boolean restarted;

    public SessionFold(FoldLimits limits) {
        this.limits = limits;
        this.idleLimit = limits.idle().toMillis();
        this.clock = new SessionClock(limits);
        this.facts = new FactFold(before);
    }

    public Optional<Step> after(Envelope envelope) {
        return after(DigestedEvent.of(envelope, limits.volatileFields()));
    }

    /** @return the event with the facts known after it; empty where it repeats one of the latest 512 identities */
    public Optional<Step> after(DigestedEvent event) {
        return after(event, new FactValues());
    }

    /**
     * The same, for many events: facts are half a kilobyte, of which a step is hardly ever kept.
     *
     * @param values are overwritten, and are the facts of the step: whoever keeps it copies them
     */
    public Optional<Step> after(DigestedEvent event, FactValues values) {
        restarted = false;
        Digest digest = event.digest();
        if (isRepeat(digest.identity())) {
            coverage.duplicate();
            return Optional.empty();
        }
        long idle = clock.after(event.timestamp(), event.kafkaTime());
        if (idle > idleLimit) {
            restart();
            restarted = true;
        }
        values.clear();
        Moment moment = new Moment(clock.time(), idle, latest.ended(), identities.isFull());
        StepInput in = facts.after(digest, moment, values);
        latest.after(event);
        coverage.after(in, values, latest.isSplit());
        return Optional.of(
                new Step(event.position(), clock.time(), latest.kafkaTime(), digest.words(), values, event.payload()));
    }

    /** Begins the facts anew; clock, identities, coverage and totals stay. */
    public void restart() {
        before = totals();
        facts = new FactFold(before);
    }

    /** @return whether the latest step began the facts anew after an idle gap: partial matches must be dropped */
    public boolean restarted() {
        return restarted;
    }

    /** @return the session clock, milliseconds since the epoch; 0 before the first event */
    public long time() {
        return clock.time();
    }

    /** @return the session clock at the first event */
    public long startedAt() {
        return clock.startedAt();
    }

    /** @return the broker's time of the latest event */
    public long kafkaTime() {
        return latest.kafkaTime();
    }

    /** @return the place of the latest event; null before the first */
    public Position position() {
        return latest.position();
    }

    /** @return whether session_end or termination has come */
    public boolean ended() {
        return latest.ended();
    }

    public Optional<String> parentSession() {
        return Optional.ofNullable(latest.parentSession());
    }

    public Optional<String> rootSession() {
        return Optional.ofNullable(latest.rootSession());
    }

    /** @return the agent of the latest event; empty text before the first */
    public String agent() {
        return latest.agent();
    }

    /** @return what the session cost from its first event on; empty where the telemetry reports no cost */
    public OptionalLong spendNanoDollars() {
        return totals().spend();
    }

    /** @return tokens of the session from its first event on; empty where the telemetry reports none */
    public OptionalLong tokens() {
        return totals().tokens();
    }

    /** @return steps of the session from its first event on */
    public long steps() {
        return totals().steps();
    }

    /** @return calls of the session from its first event on */
    public long calls() {
        return totals().calls();
    }

    /** @return whether some event lay in another partition than the first: their order is not defined */
    public boolean isSplit() {
        return coverage.isSplit();
    }

    public Coverage coverage() {
        return coverage.coverage(clock);
    }

    public void write(DataOutput output) throws IOException {
        write(output, new WrittenFingerprints());
    }

    /** @param written of which one serves for many sessions */
    public void write(DataOutput output, WrittenFingerprints written) throws IOException {
        output.writeByte(VERSION);
        FoldOutput out = new FoldOutput(output, written);
        clock.write(out);
        coverage.write(out);
        identities.write(out);
        latest.write(out);
        before.write(out);
        facts.write(out);
    }

    /** @throws IOException where another version wrote it, or it is damaged */
    public static SessionFold read(DataInput input, FoldLimits limits) throws IOException {
        FoldInput in = begin(input);
        SessionFold fold = new SessionFold(limits);
        fold.clock.read(in);
        fold.coverage.read(in);
        fold.identities.read(in);
        fold.latest.read(in);
        fold.before = Totals.read(in);
        fold.facts = new FactFold(fold.before);
        fold.facts.read(in);
        return fold;
    }

    /**
     * The latest event alone of what {@link #read} would read, at a small part of its price.
     *
     * @throws IOException likewise
     */
    public static LatestEvent readLatest(DataInput input, FoldLimits limits) throws IOException {
        FoldInput in = begin(input);
        new SessionClock(limits).read(in);
        new CoverageFact().read(in);
        Identities.skip(in);
        LatestEvent latest = new LatestEvent();
        latest.read(in);
        return latest;
    }

    private static FoldInput begin(DataInput input) throws IOException {
        int version = input.readByte();
        if (version < OLDEST_VERSION || version > VERSION) {
            throw new IOException("the state of a session has version " + version + "; this Ripcord reads "
                    + OLDEST_VERSION + " to " + VERSION);
        }
        return new FoldInput(input, version);
    }

    private boolean isRepeat(long identity) {
        return identity != CanonicalHash.NONE && !identities.add(identity);
    }

    private Totals totals() {
        return before.plus(facts.totals());
    }
}

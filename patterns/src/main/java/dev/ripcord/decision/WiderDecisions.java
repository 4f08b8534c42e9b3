package dev.ripcord.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ripcord.halt.Mute;
import dev.ripcord.signal.Signal;
import java.util.List;

/** What decisions know across scopes. Not for use by several threads. */
public final class WiderDecisions {
    private final DecisionLimits limits;
    private final Mutes mutes;
    private final HaltCap cap;
    private final Incidents incidents;
    private long newest;

    /**
     * As it is kept. Its JSON is state, so that keys may be added, and none may change its meaning.
     *
     * @param newest Kafka time of the latest signal
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Kept(
            List<Mutes.Muted> mutes, List<HaltCap.Counted> halted, List<Incidents.Incident> incidents, long newest) {
        public static final Kept NOTHING = new Kept(List.of(), List.of(), List.of(), Long.MIN_VALUE);

        public Kept {
            mutes = mutes == null ? List.of() : List.copyOf(mutes);
            halted = halted == null ? List.of() : List.copyOf(halted);
            incidents = incidents == null ? List.of() : List.copyOf(incidents);
        }
    }

    public WiderDecisions(DecisionLimits limits, Kept kept) {
        this.limits = limits;
        mutes = new Mutes(kept.mutes());
        cap = new HaltCap(limits, kept.halted());
        incidents = new Incidents(limits, kept.incidents());
        newest = kept.newest();
    }

    public void apply(Mute mute) {
        mutes.apply(mute);
    }

    /** The key is gone from the topic. */
    public void removeMute(String key) {
        mutes.remove(key);
    }

    void passed(Signal signal) {
        newest = Math.max(newest, signal.kafkaTime());
    }

    Mutes mutes() {
        return mutes;
    }

    HaltCap cap() {
        return cap;
    }

    Incidents incidents() {
        return incidents;
    }

    /** @return all of it that can still matter */
    public Kept kept() {
        if (newest != Long.MIN_VALUE) {
            // Older events cannot halt any more, so nothing is asked about them.
            long oldest = newest - limits.lateness().toMillis();
            mutes.forgetUpTo(oldest);
            cap.forgetUpTo(oldest);
            incidents.forgetUpTo(oldest);
        }
        return new Kept(mutes.known(), cap.known(), incidents.known(), newest);
    }
}

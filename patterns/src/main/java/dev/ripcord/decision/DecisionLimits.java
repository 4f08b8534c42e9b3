package dev.ripcord.decision;

import dev.ripcord.halt.Release;
import java.io.Serializable;
import java.time.Duration;

/**
 * The bounds of decisions. All are measured on Kafka's time but for {@code ackTimeout}, which is waited for.
 *
 * @param lateness how old an event may be when it is decided on, to halt
 * @param coolDown between halts of one scope by one definition
 * @param pause how long the action pause stops its scope
 * @param blastRadius lineages of a tenant that one definition may halt within {@code blastWindow}; 0 for no bound
 * @param incidentGap halts of one cause that are less apart are one incident
 * @param ackTimeout how long after a halt of a session an acknowledgement is due; zero where none is asked for
 * @param violationGrace how long after people were told that a halt is ignored the lineage is halted too
 * @param retention after which a session's halt leaves the topic
 */
public record DecisionLimits(
        Duration lateness,
        Duration coolDown,
        Duration pause,
        int blastRadius,
        Duration blastWindow,
        Duration incidentGap,
        Duration ackTimeout,
        Duration violationGrace,
        Duration retention)
        implements Serializable {
    public static final DecisionLimits DEFAULT = new DecisionLimits(
            Duration.ofMinutes(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            20,
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofDays(30));

    public DecisionLimits withBlastRadius(int lineages, Duration window) {
        return new DecisionLimits(
                lateness, coolDown, pause, lineages, window, incidentGap, ackTimeout, violationGrace, retention);
    }

    /** What was said is known for as long as halts are kept: an older record is one that somebody wrote again. */
    boolean isStale(Release release, long kafkaTime) {
        return kafkaTime - release.issuedAt() > retention.toMillis();
    }

    /** @return whether what happened at {@code kafkaTime} is too long ago to act on */
    boolean isLate(long kafkaTime, long now) {
        return now - kafkaTime > lateness.toMillis();
    }
}

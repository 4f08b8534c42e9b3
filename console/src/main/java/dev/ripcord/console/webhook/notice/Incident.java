package dev.ripcord.console.webhook.notice;

import dev.ripcord.halt.PatternReference;
import dev.ripcord.halt.Scope;
import dev.ripcord.pattern.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An incident as one delivery tells it.
 *
 * @param pattern null where a person acted
 * @param scope of the latest notice or of what was let go last
 * @param latest the newest notice; null where it is told resolved and this gateway knows nothing else of it
 * @param severity the highest that was seen
 * @param openedAt of its first notice, milliseconds since the epoch; of a resolution of something unknown, its own
 * @param at of what is told, milliseconds since the epoch
 * @param signals notices so far
 * @param affected the first scopes that it met, at most {@value Tally#MOST_LISTED}
 * @param scopes how many they are in all
 * @param spendUsd what their sessions had cost by then, together; null where nobody knows
 * @param missed notices of any cause that this receiver was not told of, because too many were waiting
 * @param resolution null unless it is over
 */
public record Incident(
        Cause cause,
        Phase phase,
        PatternReference pattern,
        Scope scope,
        Notice latest,
        Severity severity,
        long openedAt,
        long at,
        long signals,
        List<Affected> affected,
        long scopes,
        BigDecimal spendUsd,
        long missed,
        Resolution resolution) {
    public Incident {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(severity, "severity");
        affected = List.copyOf(affected);
    }

    public String id() {
        return cause.id();
    }

    public boolean isOver() {
        return phase == Phase.RESOLVED;
    }

    public Optional<Notice> newest() {
        return Optional.ofNullable(latest);
    }

    /** @return the newest notice's text, or how it ended */
    public String text() {
        return isOver() ? resolution.text() : latest.text();
    }

    /**
     * Somebody that the incident met.
     *
     * @param session null where the scope is wider and no session is named
     * @param agent null likewise
     * @param at of its newest notice, milliseconds since the epoch
     * @param spendUsd by then; null where unknown
     */
    public record Affected(Scope scope, String session, String agent, String signalId, long at, BigDecimal spendUsd) {
        static Affected of(Notice notice) {
            return new Affected(
                    notice.scope(), notice.session(), notice.agent(), notice.id(), notice.at(), notice.spendUsd());
        }
    }
}

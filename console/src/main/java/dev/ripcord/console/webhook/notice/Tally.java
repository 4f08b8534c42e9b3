package dev.ripcord.console.webhook.notice;

import dev.ripcord.pattern.Severity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an open incident has come to. Of bounded size. */
public final class Tally {
    static final int MOST_LISTED = 20;

    /** Of scopes beyond, each notice counts as another: better too many than none. */
    private static final int MOST_KNOWN = 500;

    private final Cause cause;
    private final long openedAt;
    private final Map<String, Incident.Affected> known = new LinkedHashMap<>();
    private Notice latest;
    private Severity severity;
    private long signals;
    private long others;
    private BigDecimal othersSpend;

    public Tally(Notice first) {
        cause = first.cause();
        openedAt = first.at();
        severity = first.severity();
        add(first);
    }

    public void add(Notice notice) {
        latest = notice;
        signals++;
        severity = notice.severity().compareTo(severity) > 0 ? notice.severity() : severity;
        String key = notice.scope().key();
        if (known.containsKey(key) || known.size() < MOST_KNOWN) {
            known.put(key, Incident.Affected.of(notice));
        } else {
            others++;
            othersSpend = sum(othersSpend, notice.spendUsd());
        }
    }

    public Incident told(Phase phase, long missed) {
        return incident(phase, latest.at(), missed, null);
    }

    public Incident over(Resolution resolution, long missed) {
        return incident(Phase.RESOLVED, resolution.at(), missed, resolution);
    }

    /** Another gateway told of it, or this one before it was restarted. */
    public static Incident unknown(Resolution resolution, long missed) {
        return new Incident(
                resolution.cause(),
                Phase.RESOLVED,
                resolution.pattern(),
                resolution.scope(),
                null,
                Severity.INFO,
                resolution.at(),
                resolution.at(),
                0,
                List.of(),
                0,
                null,
                missed,
                resolution);
    }

    private Incident incident(Phase phase, long at, long missed, Resolution resolution) {
        return new Incident(
                cause,
                phase,
                latest.pattern(),
                resolution == null ? latest.scope() : resolution.scope(),
                latest,
                severity,
                openedAt,
                at,
                signals,
                known.values().stream().limit(MOST_LISTED).toList(),
                known.size() + others,
                spend(),
                missed,
                resolution);
    }

    private BigDecimal spend() {
        return known.values().stream()
                .map(Incident.Affected::spendUsd)
                .filter(Objects::nonNull)
                .reduce(othersSpend, Tally::sum);
    }

    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? (one == null ? other : one) : one.add(other);
    }
}

package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.Totals;
import dev.ripcord.event.Event;
import dev.ripcord.signal.SessionSummary;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** How the session stands after its latest step. */
final class Running {
    private static final int NANO = 9;

    private SessionSummary summary;
    private Long latency;

    void after(Event event, SessionSummary now) {
        summary = now;
        OptionalLong reported = event.payload().count("latency_ms");
        if (reported.isPresent()) {
            latency = (latency == null ? 0 : latency) + reported.getAsLong();
        }
    }

    Totals totals() {
        return summary == null
                ? new Totals(null, null, null)
                : new Totals(summary.spendUsd(), summary.tokens(), latency);
    }

    /** @return -1 where no cost is reported */
    long spentNanos() {
        BigDecimal spent = summary.spendUsd();
        return spent == null ? -1 : spent.movePointRight(NANO).longValue();
    }

    /** @return null where it names none */
    String parentSession() {
        return summary == null ? null : summary.parentSessionId();
    }

    /** @return null where it names none */
    String rootSession() {
        return summary == null ? null : summary.rootSessionId();
    }

    /** @return null before the first step */
    SessionSummary.Coverage coverage() {
        return summary == null ? null : summary.coverage();
    }
}

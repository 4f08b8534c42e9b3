package dev.ripcord.deploy.sessions;

import java.math.BigDecimal;
import java.util.Comparator;

/** In which order sessions are listed. */
public enum SessionOrder {
    /** The latest first. */
    TIME(Comparator.comparingLong(SessionLine::kafkaTime)),
    /** The dearest first; those whose cost is not known last. */
    COST(Comparator.comparing(SessionOrder::spent)),
    /** The longest first. */
    STEPS(Comparator.comparingLong(line -> line.summary().steps())),
    /**
     * The halted first, then those that gave a signal, then those in which a pattern has matched most steps; among
     * equals the dearest.
     */
    RISK(Comparator.<SessionLine, Boolean>comparing(line -> line.halt() != null)
            .thenComparing(line -> line.summary().lastSignal() != null)
            .thenComparingLong(SessionLine::matched)
            .thenComparing(SessionOrder::spent));

    private final Comparator<SessionLine> lowestFirst;

    SessionOrder(Comparator<SessionLine> lowestFirst) {
        this.lowestFirst = lowestFirst;
    }

    /** Of equals the one whose id comes first: the same list each time. */
    Comparator<SessionLine> comparator() {
        return lowestFirst
                .reversed()
                .thenComparing(line -> line.summary().tenantId())
                .thenComparing(line -> line.summary().sessionId());
    }

    private static BigDecimal spent(SessionLine line) {
        BigDecimal spent = line.summary().spendUsd();
        return spent == null ? BigDecimal.ONE.negate() : spent;
    }
}

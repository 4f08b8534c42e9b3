package dev.ripcord.console.sessions;

import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.signal.SessionSummary;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sessions are listed by; the most of it first. */
public enum SessionOrder {
    COST {
        @Override
        SessionRank rank(KnownSession known, int urgency) {
            BigDecimal spent = known.summary().spendUsd();
            return spent == null
                    ? at(0, 0, known)
                    : at(1, spent.movePointRight(9).longValue(), known);
        }
    },
    STEPS {
        @Override
        SessionRank rank(KnownSession known, int urgency) {
            return at(0, known.summary().steps(), known);
        }
    },
    /** By urgency, then those that a signal was given of, then by how far a pattern has come. */
    RISK {
        @Override
        SessionRank rank(KnownSession known, int urgency) {
            SessionSummary summary = known.summary();
            int level = urgency > 0 ? 1 + urgency : summary.lastSignal() == null ? 0 : 1;
            return at(level, summary.progress() == null ? 0 : summary.progress().matched(), known);
        }
    },
    LATEST {
        @Override
        SessionRank rank(KnownSession known, int urgency) {
            return at(0, known.changedAt(), known);
        }
    };

    /**
     * One that is told to stop and has not said that it did comes before one that has.
     *
     * @param said what the session has said to the halt that it is under; null for nothing
     * @return from 1 on
     */
    public static int urgency(Status said) {
        return said == Status.STOPPED ? 1 : 2;
    }

    /** @param urgency of a session that is halted; 0 for one that is not */
    abstract SessionRank rank(KnownSession known, int urgency);

    static SessionRank at(int level, long value, KnownSession known) {
        return new SessionRank(level, value, known.changedAt(), known.key().key());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SessionOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }
}

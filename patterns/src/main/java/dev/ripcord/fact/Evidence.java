package dev.ripcord.fact;

/**
 * Weighs what is known of a call for and against going nowhere. The weights were found on labelled runs of web agents
 * and software agents, cross-validated by task; docs/detection-quality.md says what they reach.
 *
 * @param signs of the call
 * @param result {@link ResultSigns#UNKNOWN} until it has come
 */
record Evidence(CallSigns signs, ResultSigns result) {
    private static final int REPEATED = 60;
    private static final int NEARLY_EQUAL = 30;
    private static final int SAID_AGAIN = 25;
    private static final int NO_EFFECT = 40;
    private static final int OLD_RESULT = 25;
    private static final int LEAST_STALL = 30;
    private static final int STALL_ENDS = -160;

    /** Whether nothing came of it that was not there before. */
    private boolean isStale() {
        return result.failed() || result.seen() || result.old() && !signs.repeated();
    }

    boolean isNews() {
        return result.shown() && !isStale();
    }

    /** Polling whose result changes, pages, items of a batch: no stall, and no more than was to be expected. */
    boolean isExpectedNews() {
        return isNews() && signs.isFamiliar() && !result.afterFailure();
    }

    /** It was right to try again: what was held against the tries before is settled. */
    boolean isRetryThatSucceeds() {
        return isNews() && signs.repeated() && result.afterFailure();
    }

    private boolean isProgress() {
        return isNews() && !isExpectedNews();
    }

    private boolean hasNoEffect() {
        return result.failed() || signs.unchanged();
    }

    private boolean isStalled() {
        return !isProgress() && (signs.repeated() || hasNoEffect());
    }

    /** @return by how much stall.debt moves, in hundredths */
    int stall() {
        if (isExpectedNews()) {
            return 0;
        }
        int weight = (signs.repeated() ? REPEATED : signs.isNearlyEqual() ? NEARLY_EQUAL : 0)
                + (signs.saidAgain() ? SAID_AGAIN : 0)
                + (hasNoEffect() ? NO_EFFECT : 0)
                + (isStale() && result.old() ? OLD_RESULT : 0);
        int counted = signs.passes() ? weight * 6 / 10 : weight;
        return isProgress() || counted < LEAST_STALL ? STALL_ENDS : counted;
    }

    /** @return by how much stall.points move, in halves */
    int points() {
        if (isExpectedNews()) {
            return 0;
        }
        int weight = (signs.repeated() ? 4 : 0) + (hasNoEffect() ? 4 : 0) + (signs.saidAgain() ? 2 : 0);
        return !isStalled() ? -8 : signs.passes() ? weight / 2 : weight;
    }

    /** @return by how much stall.no_progress moves, in halves */
    int noProgress() {
        if (isExpectedNews()) {
            return 0;
        }
        return !isStalled() ? -3 : signs.passes() ? 1 : 2;
    }

    /** @return by how much stall.unchanged moves, in halves */
    int unchanged() {
        if (isExpectedNews()) {
            return 0;
        }
        // Who reads one thing after another leaves the state as it is, and gets somewhere.
        boolean again = signs.repeated() || signs.isNearlyEqual() || result.failed();
        return signs.unchanged() && again ? 2 : -1;
    }

    /** @return by how much stall.stale_results moves, in quarters; the result is shown */
    int staleResult() {
        if (isStale()) {
            return signs.isFamiliar() ? 4 : 1;
        }
        return isExpectedNews() ? 0 : -8;
    }

    /** @return by how much the call adds to each cycle that goes on through it, in halves */
    int cycle() {
        if (signs.passes()) {
            return 1;
        }
        return 2 + (signs.unchanged() ? 1 : 0) + (result.failed() ? 1 : 0);
    }
}

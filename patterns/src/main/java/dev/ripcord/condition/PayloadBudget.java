package dev.ripcord.condition;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;

/** How much of a payload one evaluation may look at: a payload can be megabytes, and a clause may not run long. */
final class PayloadBudget {
    /** Values converted in one evaluation. */
    static final int MAX_VALUES = 10_000;

    /** Longer text is seen by its beginning. */
    static final int MAX_TEXT = 8_192;

    private int left = MAX_VALUES;

    /** @throws Exceeded where the evaluation has looked at enough; the clause does not hold then */
    void spend(int values) {
        left -= values;
        if (left < 0) {
            throw new Exceeded();
        }
    }

    private static final class Exceeded extends CelRuntimeException {
        Exceeded() {
            super(
                    new IllegalStateException("more than " + MAX_VALUES + " values of the payload"),
                    CelErrorCode.ITERATION_BUDGET_EXCEEDED);
        }
    }
}

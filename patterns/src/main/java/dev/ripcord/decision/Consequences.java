package dev.ripcord.decision;

import java.math.BigDecimal;

/** Takes what decisions lead to, in their order. */
public interface Consequences {
    void tell(DecidedSignal signal);

    void write(HaltWrite write);

    default void count(Happening happening) {
        count(happening, 1);
    }

    /** @param times how often it happened */
    void count(Happening happening, long times);

    /** @param dollars that events of a halted session cost */
    void ignoredAt(BigDecimal dollars);

    /** @param millis from the record of a halt to the first word of a runtime that knows of it */
    void delivered(long millis);

    /** A runtime says that it took no further step. */
    void stopped(String haltId, TimeToStop time);
}

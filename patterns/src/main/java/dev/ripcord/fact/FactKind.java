package dev.ripcord.fact;

/** How a fact is read by a condition. All are stored as 64 bits. */
public enum FactKind {
    /** A whole number; {@code int} in conditions. */
    COUNT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Milliseconds; {@code duration} in conditions. */
    DURATION,
    /** Nano-dollars; {@code double} dollars in conditions. */
    MONEY,
    /** The bits of a double; {@code double} in conditions. */
    RATIO,
    /** A fingerprint; {@code int} in conditions, for {@code ==}, {@code !=} and {@code same} only: it has no order. */
    IDENTITY,
    /** Eight counts of up to 255 each, the first in the lowest byte; a {@code list} of {@code int} in conditions. */
    COUNTS
}

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
    RATIO
}

package dev.ripcord.pattern;

/** What may lie between an element's step and the one before it. */
public enum Contiguity {
    /** Nothing: the very next step. */
    STRICT,
    /** Any other steps: the next one that holds. */
    RELAXED
}

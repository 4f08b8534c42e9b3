package dev.ripcord.pattern;

/** What a definition must do in a case's session. */
public enum Expectation {
    FIRES,
    QUIET
}

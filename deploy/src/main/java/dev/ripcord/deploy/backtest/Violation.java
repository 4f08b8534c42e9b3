package dev.ripcord.deploy.backtest;

/**
 * Something that was expected and is not so.
 *
 * @param place {@code file:line:column} of the expectation
 * @param message what was found, and what was expected
 */
public record Violation(String place, String message) {}

package dev.ripcord.deploy.patterns;

/**
 * What a definition did in one case.
 *
 * @param place {@code file:line}
 * @param explanation what was expected, and what happened
 */
public record CaseReport(String name, String place, boolean passed, String explanation) {}

package dev.ripcord.deploy.cases;

/**
 * A case that definitions did not judge as the other detector did.
 *
 * @param place {@code file:line}
 * @param explanation what was expected, and what happened
 */
public record RuleFailure(String name, String place, String explanation) {}

package dev.ripcord.deploy.evaluation;

import java.util.List;

/**
 * Names in a tool profile that no event of the history has, among the tenants and agents that it is for.
 *
 * @param profile its id
 * @param tools names and prefixes, in the order of its rows
 */
public record UnusedTools(String profile, List<String> tools) {
    public String line() {
        return "tool profile " + profile + ": no event here has the tool " + String.join(", ", tools);
    }
}

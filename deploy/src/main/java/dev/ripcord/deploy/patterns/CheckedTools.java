package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.ToolProfile;
import java.util.List;

/**
 * A valid tool profile, as far as somebody needs to see it to tell it from another.
 *
 * @param tools names and prefixes that it speaks of, in the order of its rows
 */
public record CheckedTools(String id, String hash, int version, String title, List<String> tools) {
    public static CheckedTools of(ToolProfile profile) {
        return new CheckedTools(
                profile.id(),
                profile.hash(),
                profile.version(),
                profile.title(),
                profile.rows().stream().flatMap(row -> row.tools().stream()).toList());
    }
}

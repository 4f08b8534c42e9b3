package dev.ripcord.deploy.patterns;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.pattern.Mode;
import java.util.List;

/**
 * How what is in force for an id differs from a directory's definition of it.
 *
 * @param live {@code id@hash} of what is in force; null where nothing is
 * @param directory {@code id@hash} of the directory's; null where it has none
 * @param published whether the directory's definition is published
 * @param mode of what is in force; null where nothing is
 * @param keys of the definition whose values differ, such as {@code sequence}
 * @param parameters whose values in force differ from the directory's defaults
 * @param tools of which two tool profiles say different things, such as {@code waits}
 */
public record PatternDifference(
        String id,
        Kind kind,
        String live,
        String directory,
        boolean published,
        Mode mode,
        List<String> keys,
        List<Value> parameters,
        List<Value> tools) {

    /** What kind of difference it is. */
    public enum Kind {
        /** Only the directory has it. */
        @JsonProperty("added")
        ADDED,
        /** Only what is in force has it. */
        @JsonProperty("removed")
        REMOVED,
        /** Both have it, with different definitions. */
        @JsonProperty("changed")
        CHANGED,
        /** The same definition, in force with other parameters than its defaults. */
        @JsonProperty("parameters")
        PARAMETERS,
        @JsonProperty("same")
        SAME
    }

    /**
     * A parameter, or a tool.
     *
     * @param live its value in force, or what is said of it, as people write it; null where what is in force does not
     *     have it
     * @param directory the directory's default, or what it says; null where the directory does not have it
     */
    public record Value(String name, Object live, Object directory) {}
}

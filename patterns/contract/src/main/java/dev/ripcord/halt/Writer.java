package dev.ripcord.halt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who writes a key of {@code ripcord.halts}: each key has one kind of writer, so that no writer undoes another's word. */
public enum Writer {
    /** GuardJob. */
    @JsonProperty("guard")
    GUARD,
    /** The gateway or the command line, for a person; works while Flink is down. */
    @JsonProperty("operator")
    OPERATOR;

    /** The writer as it is written in JSON and keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.ripcord.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands under a key of {@code ripcord.halts}; {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Halt.class, name = "halt"),
    @JsonSubTypes.Type(value = Release.class, name = "release")
})
public sealed interface HaltRecord permits Halt, Release {
    Scope scope();

    Actor actor();

    String reason();
}

package dev.ripcord.halt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands under a key of {@code ripcord.halts}; {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Halt.class, name = "halt"),
    @JsonSubTypes.Type(value = Release.class, name = "release"),
    @JsonSubTypes.Type(value = Mute.class, name = "mute")
})
public sealed interface HaltRecord permits Halt, Release, Mute {
    /** The key that the record belongs under: {@code <scope>/guard}, {@code <scope>/operator} or {@code .../mute}. */
    String key();

    Actor actor();

    String reason();

    /** When it was said, milliseconds since the epoch; by whose clock is up to the {@link Writer}. */
    Long issuedAt();

    /** Id of the Ed25519 key that signed; null where nobody did. */
    String keyId();

    /** The signature, Base64; null where nobody signed. See {@link SignedText}. */
    String signature();
}

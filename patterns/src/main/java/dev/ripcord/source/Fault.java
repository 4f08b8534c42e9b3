package dev.ripcord.source;

import java.util.Objects;

/**
 * What is wrong in a text, and where.
 *
 * @param message what was found and what would be right
 */
public record Fault(Place place, String message) {
    public Fault {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
    }
}

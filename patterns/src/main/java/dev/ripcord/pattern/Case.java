package dev.ripcord.pattern;

import dev.ripcord.event.Envelope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A session in which a definition must fire, or must not.
 *
 * @param name what the case shows, in words
 * @param line of its file, from 1
 * @param at index of the event that completes the first match; empty where any may
 * @param parameters as an activation would give them; the others keep their defaults
 * @param events at most {@value CasesReader#MAX_EVENTS}, at offsets from 0 of partition 0, Kafka's time being the event's
 *     own
 */
public record Case(
        String name,
        int line,
        Expectation expectation,
        OptionalInt at,
        Map<String, Object> parameters,
        List<Envelope> events) {
    public Case {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(at, "at");
        parameters = Map.copyOf(parameters);
        events = List.copyOf(events);
    }
}

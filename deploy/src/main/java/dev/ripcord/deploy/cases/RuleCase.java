package dev.ripcord.deploy.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A session that another detector was tried on, and what it said of it.
 *
 * @param place {@code file:line}
 * @param kind what the case is about: tool, message, condensation and the like
 * @param atEnd whether the detector was only asked after the last event; one that fires once cannot be compared then
 * @param config the detector's settings by name
 * @param stuck whether it found a loop
 * @param at index of the event at which it first did, from 0; empty where nobody says
 * @param events as they were written
 */
record RuleCase(
        String name,
        String place,
        String kind,
        boolean atEnd,
        Map<String, JsonNode> config,
        boolean stuck,
        OptionalInt at,
        List<JsonNode> events) {
    RuleCase {
        config = Map.copyOf(config);
        events = List.copyOf(events);
    }

    /** @return what was expected and what happened: {@code must fire at event 7, fired at event 5} */
    String explanation(OptionalInt firedAt) {
        String expected = stuck ? "must fire" + at(at) : "must not fire";
        return expected + ", " + (firedAt.isEmpty() ? "did not fire" : "fired" + at(firedAt));
    }

    boolean isPassed(OptionalInt firedAt) {
        return stuck ? firedAt.isPresent() && (at.isEmpty() || at.equals(firedAt)) : firedAt.isEmpty();
    }

    private static String at(OptionalInt index) {
        return index.isEmpty() ? "" : " at event " + index.getAsInt();
    }
}

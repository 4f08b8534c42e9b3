package dev.ripcord.condition;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Why a clause can hold for no step.
 *
 * @param reason what nothing is left of
 * @param isBeyondReach whether one comparison alone asks for what the fact can never be
 * @param parameters without whose values it might hold; none where it never can
 * @param remedy what one of the parameters would have to be
 */
record Exclusion(String reason, boolean isBeyondReach, SortedSet<String> parameters, Optional<String> remedy) {

    /** @param setting the values of the parameters */
    String words(Parameters setting) {
        String with = parameters.stream()
                .map(name -> name + " " + Shown.exactly(setting.values().get(name)))
                .collect(Collectors.joining(" and "));
        return "can never hold" + (with.isEmpty() ? "" : " with " + with) + ": " + reason
                + remedy.map(right -> "; " + right).orElse("");
    }
}

package dev.ripcord.condition;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a clause, or a part of one, holds whatever the session does.
 *
 * @param when none where that cannot be said
 * @param reasons what the facts are bound to be
 * @param parameters with whose values it is so
 */
record Certainty(Set<Occasion> when, SortedSet<String> reasons, SortedSet<String> parameters) {
    static final Certainty NONE = new Certainty(Occasion.none(), new TreeSet<>(), new TreeSet<>());

    static Certainty of(Set<Occasion> when, String reason, SortedSet<String> parameters) {
        return new Certainty(when, new TreeSet<>(Set.of(reason)), parameters);
    }

    boolean isNone() {
        return when.isEmpty();
    }

    /** @return where both hold */
    Certainty and(Certainty other) {
        Set<Occasion> both = EnumSet.copyOf(when);
        both.retainAll(other.when);
        return both.isEmpty()
                ? NONE
                : new Certainty(both, joined(reasons, other.reasons), joined(parameters, other.parameters));
    }

    /** @return where one of them holds: what is absent on the other side does no harm to it */
    Certainty or(Certainty other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        Set<Occasion> either = EnumSet.copyOf(when);
        either.addAll(other.when);
        return new Certainty(either, joined(reasons, other.reasons), joined(parameters, other.parameters));
    }

    /** @param setting the values of the parameters */
    String words(Parameters setting) {
        String with = parameters.stream()
                .map(name -> name + " " + Shown.exactly(setting.values().get(name)))
                .collect(Collectors.joining(" and "));
        return "holds at the first steps of every session" + (with.isEmpty() ? "" : " with " + with) + ": "
                + String.join(" and ", reasons);
    }

    private static SortedSet<String> joined(Collection<String> some, Collection<String> more) {
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}

package dev.ripcord.detection;

import static dev.ripcord.detection.Construct.ANY_STEP;
import static dev.ripcord.detection.Construct.AT_LEAST;
import static dev.ripcord.detection.Construct.BETWEEN_RELAXED;
import static dev.ripcord.detection.Construct.BETWEEN_STRICT;
import static dev.ripcord.detection.Construct.EXACT;
import static dev.ripcord.detection.Construct.GREEDY;
import static dev.ripcord.detection.Construct.GROUP;
import static dev.ripcord.detection.Construct.GROUP_WITHIN;
import static dev.ripcord.detection.Construct.NOT;
import static dev.ripcord.detection.Construct.ONCE;
import static dev.ripcord.detection.Construct.OPTIONAL;
import static dev.ripcord.detection.Construct.RANGE;
import static dev.ripcord.detection.Construct.READS_EARLIER;
import static dev.ripcord.detection.Construct.SAME;
import static dev.ripcord.detection.Construct.STRICT;
import static dev.ripcord.detection.Construct.UNTIL;
import static dev.ripcord.detection.Construct.WITHIN;

import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In which definitions constructs stood, alone and together, and how many matches those definitions found. */
final class ConstructLedger {
    private static final Map<Construct, Set<Construct>> NEVER_TOGETHER = new EnumMap<>(Map.of(
            ONCE, EnumSet.of(EXACT, RANGE, AT_LEAST, GREEDY, BETWEEN_STRICT, BETWEEN_RELAXED, UNTIL),
            EXACT, EnumSet.of(RANGE, AT_LEAST, GREEDY, UNTIL),
            RANGE, EnumSet.of(AT_LEAST, UNTIL),
            BETWEEN_STRICT, EnumSet.of(BETWEEN_RELAXED),
            NOT, EnumSet.complementOf(EnumSet.of(NOT, STRICT, READS_EARLIER)),
            GROUP, EnumSet.of(GREEDY, UNTIL, SAME, WITHIN, ANY_STEP, READS_EARLIER),
            GROUP_WITHIN, EnumSet.of(GREEDY, UNTIL, SAME, WITHIN, ANY_STEP, READS_EARLIER),
            ANY_STEP, EnumSet.of(READS_EARLIER)));

    private final Map<String, Integer> matches = new HashMap<>();

    void add(Definition definition, int found) {
        if (found > 0) {
            add(definition.sequence(), found);
        }
    }

    /** @return what the language refuses, in the words of {@link #missing} */
    static Set<String> refused() {
        Set<String> refused = new TreeSet<>(List.of(
                "first " + NOT,
                "first " + STRICT,
                "last " + NOT,
                OPTIONAL + " then " + NOT,
                GREEDY + " then " + OPTIONAL));
        NEVER_TOGETHER.forEach((one, others) -> others.forEach(other -> refused.add(together(one, other))));
        return refused;
    }

    /** @return what never stood in a definition that found a match: {@code A}, {@code A and B}, {@code A then B} */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (Construct one : Construct.values()) {
            missing.addAll(List.of(one.name(), "first " + one, "last " + one));
            for (Construct other : Construct.values()) {
                missing.add(together(one, other));
                missing.add(one + " then " + other);
            }
        }
        missing.removeAll(matches.keySet());
        return missing;
    }

    private void add(List<Element> elements, int found) {
        for (int index = 0; index < elements.size(); index++) {
            Set<Construct> has = Construct.of(elements.get(index));
            Set<Construct> next = index + 1 < elements.size() ? Construct.of(elements.get(index + 1)) : Set.of();
            for (Construct one : has) {
                count(one.name(), found);
                has.forEach(other -> count(together(one, other), found));
                next.forEach(other -> count(one + " then " + other, found));
            }
            if (elements.get(index).isGroup()) {
                add(elements.get(index).group(), found);
            }
        }
        Construct.of(elements.get(0)).forEach(one -> count("first " + one, found));
        Construct.of(elements.get(elements.size() - 1)).forEach(one -> count("last " + one, found));
    }

    private static String together(Construct one, Construct other) {
        return one.compareTo(other) <= 0 ? one + " and " + other : other + " and " + one;
    }

    private void count(String what, int found) {
        matches.merge(what, found, Integer::sum);
    }
}

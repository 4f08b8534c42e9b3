package dev.ripcord.detection;

import dev.ripcord.pattern.Argument;
import dev.ripcord.pattern.Contiguity;
import dev.ripcord.pattern.Element;
import dev.ripcord.pattern.Times;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What an element of a definition can be or have: the words of the language. */
enum Construct {
    ONCE(element -> !element.negated() && !repeats(element)),
    EXACT(element -> repeats(element)
            && element.times().to().equals(Optional.of(element.times().from()))),
    RANGE(element -> repeats(element)
            && element.times().to().isPresent()
            && !element.times().to().equals(Optional.of(element.times().from()))),
    AT_LEAST(element -> element.times().to().isEmpty()),
    GREEDY(element -> element.times().greedy()),
    BETWEEN_STRICT(element -> repeats(element) && element.times().between() == Contiguity.STRICT),
    BETWEEN_RELAXED(element -> repeats(element) && element.times().between() == Contiguity.RELAXED),
    STRICT(element -> element.contiguity() == Contiguity.STRICT),
    NOT(Element::negated),
    OPTIONAL(Element::optional),
    UNTIL(element -> element.until().isPresent()),
    GROUP(Element::isGroup),
    GROUP_WITHIN(element -> element.group().stream().anyMatch(Element::isGroup)),
    SAME(element -> !element.same().isEmpty()),
    WITHIN(element -> element.within().isPresent()),
    ANY_STEP(element -> !element.isGroup() && element.where().isEmpty()),
    READS_EARLIER(
            element -> element.where().filter(text -> text.contains("has(")).isPresent()),
    PARAMETERS(element -> element.times().from() instanceof Argument.Reference<?>
            || element.within().filter(Argument.Reference.class::isInstance).isPresent());

    private final Predicate<Element> has;

    Construct(Predicate<Element> has) {
        this.has = has;
    }

    static Set<Construct> of(Element element) {
        Set<Construct> found = EnumSet.noneOf(Construct.class);
        for (Construct construct : values()) {
            if (construct.has.test(element)) {
                found.add(construct);
            }
        }
        return found;
    }

    private static boolean repeats(Element element) {
        return !element.times().from().equals(Times.ONCE.from())
                || !element.times().to().equals(Times.ONCE.to());
    }
}

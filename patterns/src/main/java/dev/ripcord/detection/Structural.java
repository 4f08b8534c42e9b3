package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.pattern.Definition;
import dev.ripcord.pattern.Element;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the structure of a definition once its parameters are known: each is right on its own, and yet
 * {@code from} can be above {@code to}.
 */
final class Structural {
    /** Each occurrence is a compiled state. What happens more often is counted by a fact. */
    static final int MOST_TIMES = 1_000;

    private final Parameters parameters;
    private final List<String> errors = new ArrayList<>();

    private Structural(Parameters parameters) {
        this.parameters = parameters;
    }

    static List<String> errors(Definition definition, Parameters parameters) {
        Structural structural = new Structural(parameters);
        structural.checkSequence(definition.sequence(), "the sequence");
        definition.within().ifPresent(within -> structural.checkWithin(within.resolve(parameters)));
        return structural.errors;
    }

    private void checkWithin(Duration within) {
        if (within.toMillis() < 1) {
            errors.add("within is " + within.toMillis() + " ms; it must be at least 1 ms");
        }
    }

    private void checkSequence(List<Element> elements, String place) {
        if (elements.isEmpty()) {
            errors.add(place + " is empty; it needs at least one element");
            return;
        }
        checkEnds(elements, place);
        elements.forEach(this::check);
    }

    /** A {@code not} at the end would hold when time is over and not on any event, and in a group it would be lost. */
    private void checkEnds(List<Element> elements, String place) {
        Element first = elements.get(0);
        Element last = elements.get(elements.size() - 1);
        if (first.negated() || last.negated()) {
            errors.add("element " + (first.negated() ? first : last).name() + " is negated at the "
                    + (first.negated() ? "beginning" : "end") + " of " + place
                    + "; it must lie between two elements that match");
        }
    }

    private void check(Element element) {
        if (element.isGroup()) {
            checkSequence(element.group(), "group " + element.name());
        }
        for (String path : element.same()) {
            if (StepPath.of(path).isEmpty()) {
                errors.add(
                        "element " + element.name() + " is the same in " + path + "; it must be " + StepPath.EXPECTED);
            }
        }
        checkTimes(element);
    }

    private void checkTimes(Element element) {
        int from = element.times().from().resolve(parameters);
        int to = element.times().to().map(most -> most.resolve(parameters)).orElse(MOST_TIMES);
        if (from < 0 || from > to || to < 1 || to > MOST_TIMES) {
            errors.add("element " + element.name() + " occurs "
                    + (element.times().to().isPresent() ? from + " to " + to : "at least " + from)
                    + " times; it must be 0 to " + MOST_TIMES + ", the first not above the second");
        }
        if (element.until().isPresent() && element.times().to().isPresent()) {
            errors.add("element " + element.name() + " has until and occurs at most " + to
                    + " times; until belongs to an element without an upper bound");
        }
    }
}

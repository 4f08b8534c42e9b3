package dev.ripcord.pattern;

import dev.ripcord.source.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the order of elements: what flink-cep cannot compile, and what it would compile to something that fires on
 * time instead of on an event.
 */
final class SequenceCheck {
    private final List<Fault> faults;
    private final Map<String, LocatedElement> byName = new HashMap<>();

    private SequenceCheck(List<Fault> faults) {
        this.faults = faults;
    }

    static void check(Draft draft, List<Fault> faults) {
        new SequenceCheck(faults).check(draft.sequence());
    }

    private void check(List<LocatedElement> elements) {
        if (elements.isEmpty()) {
            return;
        }
        ends(elements);
        for (int index = 0; index < elements.size(); index++) {
            LocatedElement element = elements.get(index);
            name(element);
            ElementCheck.check(element, faults);
            if (index > 0) {
                neighbours(elements.get(index - 1), element);
            }
            check(element.group());
        }
    }

    private void name(LocatedElement element) {
        if (element.name().isEmpty()) {
            return;
        }
        LocatedElement earlier = byName.putIfAbsent(element.name(), element);
        if (earlier != null) {
            int line = earlier.at().keyPlace("name").line();
            faults.add(element.fault("name", "element '" + element.name() + "' is already there in line " + line));
        }
        ReservedNames.ofElement(element.name())
                .ifPresent(message -> faults.add(
                        new Fault(element.at().get("name").orElseThrow().place(), message)));
    }

    private void ends(List<LocatedElement> elements) {
        LocatedElement first = elements.get(0);
        if (first.element().negated()) {
            faults.add(first.fault("not", "a first element cannot be negated: nothing comes before it"));
        }
        if (first.at().has("contiguity")) {
            faults.add(first.fault("contiguity", "contiguity has no meaning on a first element; remove it"));
        }
        if (elements.stream()
                .allMatch(one -> one.element().optional() && !one.element().negated())) {
            faults.add(first.fault("optional", "at least one element must not be optional"));
        }
        trailingNegation(elements);
    }

    private void trailingNegation(List<LocatedElement> elements) {
        int last = elements.size() - 1;
        int index = last;
        while (index > 0 && elements.get(index).element().optional()) {
            index--;
        }
        if (index > 0 && elements.get(index).element().negated()) {
            String behind = index == last ? "" : " that is not optional";
            faults.add(elements.get(index)
                    .fault("not", "a trailing not fires on time, not on an event; put an element after it" + behind));
        }
    }

    private void neighbours(LocatedElement before, LocatedElement element) {
        if (element.element().negated() && before.element().optional()) {
            faults.add(element.fault(
                    "not",
                    "a negated element cannot follow an optional one; write two definitions, one with '" + before.name()
                            + "' and one without"));
        }
        boolean inTheBalance = element.element().optional()
                && element.element().times().greedy()
                && element.at().has("until");
        if (before.element().negated() && inTheBalance) {
            // flink-cep 2.2.1 loses the copy of the next state that it would need.
            faults.add(element.fault(
                    "until",
                    "greedy, optional and until cannot stand together after a negated element; leave one out"));
        }
        if (element.element().optional() && before.element().times().greedy()) {
            faults.add(element.fault(
                    "optional",
                    "an optional element cannot follow a greedy one; '" + before.name() + "' must not be greedy"));
        }
    }
}

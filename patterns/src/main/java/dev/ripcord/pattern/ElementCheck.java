package dev.ripcord.pattern;

import dev.ripcord.source.Fault;
import java.util.List;
import java.util.Optional;

/** Checks that the keys of one element fit together. */
final class ElementCheck {
    private final LocatedElement element;
    private final List<Fault> faults;

    private ElementCheck(LocatedElement element, List<Fault> faults) {
        this.element = element;
        this.faults = faults;
    }

    static void check(LocatedElement element, List<Fault> faults) {
        var check = new ElementCheck(element, faults);
        if (element.element().negated()) {
            check.negated();
        } else if (element.at().has("group")) {
            check.group();
        } else {
            check.step();
        }
    }

    private void negated() {
        refuse(
                "a negated element takes no steps",
                "times",
                "between",
                "optional",
                "greedy",
                "until",
                "within",
                "group");
        if (!element.at().has("where") && !element.at().has("group")) {
            faults.add(element.fault("not", "a negated element needs a where"));
        }
    }

    private void group() {
        refuse("a group takes its elements' steps", "where", "same", "within", "greedy", "until");
        if (!element.at().has("times")) {
            refuse("a group without times has one round", "between");
        }
    }

    private void step() {
        Times times = element.element().times();
        boolean fixed = times.to().equals(Optional.of(times.from()));
        if (times.greedy() && fixed) {
            faults.add(element.fault("greedy", "greedy needs a range to be greedy in: times N..M or N.."));
        }
        if (element.at().has("until") && times.to().isPresent()) {
            faults.add(element.fault("until", "until ends a repetition without upper bound; give times N.."));
        }
        if (!element.at().has("times")) {
            refuse("an element without times takes one step", "between");
        }
    }

    private void refuse(String because, String... keys) {
        for (String key : keys) {
            if (element.at().has(key)) {
                faults.add(element.fault(key, because + "; remove " + key));
            }
        }
    }
}

package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Element;
import java.util.OptionalInt;
import org.apache.flink.cep.pattern.Pattern;

/**
 * How often an element occurs, once its parameters are known.
 *
 * @param to empty for no upper bound
 */
record Occurrences(int from, OptionalInt to) {

    static Occurrences of(Element element, Parameters parameters) {
        int from = element.times().from().resolve(parameters);
        OptionalInt to = element.times()
                .to()
                .map(most -> OptionalInt.of(most.resolve(parameters)))
                .orElseGet(OptionalInt::empty);
        return new Occurrences(from, to);
    }

    boolean varies() {
        return to.isEmpty() || to.getAsInt() != from;
    }

    boolean repeats() {
        return varies() || from > 1;
    }

    Pattern<Step, Step> applied(Pattern<Step, Step> once) {
        if (to.isEmpty()) {
            return once.timesOrMore(from);
        }
        if (varies()) {
            return once.times(from, to.getAsInt());
        }
        return repeats() ? once.times(from) : once;
    }
}

package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Element;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;

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

    /** @param window after the step before, once which is over flink-cep forgets a match that waits for this element */
    Pattern<Step, Step> applied(Pattern<Step, Step> once, Optional<Duration> window) {
        if (to.isEmpty()) {
            return once.timesOrMore(from);
        }
        if (varies()) {
            return once.times(from, to.getAsInt());
        }
        Duration orNone = window.orElse(null);
        return repeats() ? once.times(from, orNone) : once.within(orNone, WithinType.PREVIOUS_AND_CURRENT);
    }
}

package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** What a partial match of flink-cep's own NFA has taken so far. */
record MatchedInFlink(IterativeCondition.Context<Step> context, List<String> elements) implements Matched {
    @Override
    public Optional<Step> latest(String element) {
        Step latest = null;
        for (Step step : steps(element)) {
            latest = step;
        }
        return Optional.ofNullable(latest);
    }

    @Override
    public Step previous() {
        return elements.stream()
                .flatMap(element -> latest(element).stream())
                .max(Comparator.comparingLong(Step::time).thenComparing(Step::position))
                .orElse(null);
    }

    private Iterable<Step> steps(String element) {
        try {
            return context.getEventsForPattern(element);
        } catch (Exception unreadableBuffer) {
            throw new IllegalStateException("the steps of " + element + " cannot be read", unreadableBuffer);
        }
    }
}

package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.condition.MatchedSteps;
import dev.ripcord.condition.Parameters;
import dev.ripcord.fact.Step;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A clause that holds for some types, and only for steps of another tool than an earlier one.
 *
 * @param types letters, each a type that it holds for
 * @param earlier the element whose latest step must have another tool; null for none
 */
record TypeClause(String types, String earlier) implements Condition {
    @Override
    public boolean holds(Step step, MatchedSteps matched, Parameters parameters) {
        return types.contains(step.event().type())
                && (earlier == null
                        || matched.latest(earlier)
                                .map(latest -> !Objects.equals(
                                        latest.event().tool(), step.event().tool()))
                                .orElse(true));
    }

    @Override
    public Optional<Set<String>> eventTypes() {
        return Optional.of(types.chars().mapToObj(Character::toString).collect(Collectors.toSet()));
    }
}

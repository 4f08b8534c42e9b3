package dev.ripcord.condition;

import dev.ripcord.fact.Step;
import java.util.Optional;

/** The steps that a partial match has taken so far. */
@FunctionalInterface
public interface MatchedSteps {
    MatchedSteps NONE = element -> Optional.empty();

    /** @return the latest step that the named element has matched */
    Optional<Step> latest(String element);
}

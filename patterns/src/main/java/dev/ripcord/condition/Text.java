package dev.ripcord.condition;

import dev.ripcord.fact.Step;

/** A compiled message: text with {@code {expressions}} in it. */
@FunctionalInterface
public interface Text {
    /** @return the message with the values of the completing step; what is absent shows as {@code ?} */
    String render(Step step, MatchedSteps earlier, Parameters parameters);
}

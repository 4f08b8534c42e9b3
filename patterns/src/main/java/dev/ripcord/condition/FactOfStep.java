package dev.ripcord.condition;

import dev.ripcord.fact.Fact;
import dev.ripcord.fact.Step;
import java.util.function.Supplier;

/**
 * A fact as a clause names it.
 *
 * @param step whose fact it is, at the time of asking; null where there is none
 * @param isEarlier whether that is a step which was taken before, not the one that is judged
 */
record FactOfStep(Fact fact, Supplier<Step> step, boolean isEarlier) {}

package dev.ripcord.condition;

import java.util.Map;
import java.util.Set;

/**
 * What a clause may name besides {@code event} and the facts.
 *
 * @param parameters the types behind {@code params.NAME}
 * @param earlier names of the elements matched before; {@code NAME.event.tool}, {@code NAME.call.count} read their
 *     latest step
 */
public record ConditionScope(Map<String, ParameterType> parameters, Set<String> earlier) {
    public ConditionScope {
        parameters = Map.copyOf(parameters);
        earlier = Set.copyOf(earlier);
    }
}

package dev.ripcord.fact;

import dev.ripcord.time.Durations;
import java.math.BigDecimal;
import java.util.Map;

/** Facts that a test gives by name, where it is not the fold that is tested. */
public final class GivenFacts {
    private GivenFacts() {}

    /** @param given numbers and flags; dollars as a number; durations as text such as {@code 90s} */
    public static FactValues of(Map<String, Object> given) {
        FactValues facts = new FactValues();
        given.forEach((name, value) -> set(facts, Fact.named(name).orElseThrow(), value));
        return facts;
    }

    private static void set(FactValues facts, Fact fact, Object value) {
        switch (fact.kind()) {
            case COUNT, IDENTITY, COUNTS -> facts.set(fact, ((Number) value).longValue());
            case FLAG -> facts.set(fact, (Boolean) value);
            case DURATION ->
                facts.set(fact, Durations.parse((String) value).orElseThrow().toMillis());
            case MONEY ->
                facts.set(
                        fact, new BigDecimal(value.toString()).movePointRight(9).longValueExact());
            case RATIO -> facts.set(fact, ((Number) value).doubleValue());
        }
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactGroupTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void factsAreKnownOnTheTypesOfTheirGroupOnly(long seed) {
        SessionFold fold = new SessionFold(FoldLimits.DEFAULT);
        new RandomLog(seed, 500)
                .envelopes()
                .forEach(envelope -> fold.after(envelope).ifPresent(step -> {
                    for (Fact fact : Fact.values()) {
                        Set<String> types = FactGroup.of(fact).eventTypes();
                        if (step.facts().has(fact) && !types.isEmpty()) {
                            assertThat(types)
                                    .as(fact.factName())
                                    .contains(step.event().type());
                        }
                    }
                }));
    }
}

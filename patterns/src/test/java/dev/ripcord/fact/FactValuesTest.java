package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactValuesTest {
    @ParameterizedTest
    @EnumSource
    void onlyWhatWasSetIsThere(Fact fact) {
        FactValues facts = new FactValues();

        facts.set(fact, 1L);

        for (Fact other : Fact.values()) {
            assertThat(facts.has(other)).isEqualTo(other == fact);
        }
    }

    /** The bits of two longs. */
    @ParameterizedTest
    @EnumSource
    void thereIsABitForEach(Fact fact) {
        assertThat(fact.ordinal()).isLessThan(2 * Long.SIZE);
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FactTest {
    @Test
    void codesAreUniqueAndSmallAndNeverZero() {
        assertThat(Arrays.stream(Fact.values()).map(Fact::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code > 0 && code < 1_000);
    }

    @Test
    void everyFactIsOfAGroupThatSaysWhatItIsAbout() {
        assertThat(Arrays.stream(Fact.values()).map(Fact::group).distinct())
                .containsExactlyElementsOf(Arrays.stream(FactGroup.values())
                        .map(FactGroup::groupName)
                        .toList());
    }

    @Test
    void factsAreFoundByNameAndByCode() {
        for (Fact fact : Fact.values()) {
            assertThat(Fact.named(fact.factName())).contains(fact);
            assertThat(Fact.coded(fact.code())).contains(fact);
        }
        assertThat(Fact.named("call.colour")).isEmpty();
        assertThat(Fact.coded(0)).isEmpty();
    }
}

package dev.ripcord.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.fact.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', nullValues = "any", textBlock = """
            event.type == 'a'                                         ~ a
            'a' == event.type                                         ~ a
            event.type in ['a', 'b']                                  ~ a,b
            event.type == 'a' || event.type == 'b'                    ~ a,b
            event.type == 'a' && session.steps > 1                    ~ a
            session.steps > 1 && (event.type == 'a' || event.type == 'b') ~ a,b
            event.type in ['a', 'b'] && event.type in ['b', 'c']      ~ b
            event.type == 'a' || outcome.count > 1                    ~ any
            event.type != 'a'                                         ~ any
            !(event.type == 'a')                                      ~ any
            event.tool == 'a'                                         ~ any
            outcome.count > 1                                         ~ any
            has(event.type)                                           ~ any
            """)
    void aClauseSaysWhichEventTypesItCanHoldFor(String clause, String types) {
        assertThat(Clauses.condition(clause).eventTypes())
                .isEqualTo(Optional.ofNullable(types).map(list -> Set.of(list.split(","))));
    }

    @Test
    void aClauseSaysWhichFactsItReads() {
        assertThat(Clauses.condition("outcome.count > 1 && has(call.count) || [1].exists(x, x > loop.period)")
                        .reads())
                .containsExactlyInAnyOrder(Fact.OUTCOME_COUNT, Fact.CALL_COUNT, Fact.LOOP_PERIOD);
        assertThat(Clauses.condition("event.tool == 'x'").reads()).isEmpty();
    }

    @Test
    void everyFactCanBeReadByItsName() {
        List<String> clauses = Arrays.stream(Fact.values())
                .map(fact -> switch (fact.kind()) {
                    case FLAG -> fact.factName();
                    case DURATION -> fact.factName() + " > duration('1s')";
                    case COUNTS -> fact.factName() + "[0] > 1";
                    case COUNT, IDENTITY, MONEY, RATIO -> fact.factName() + " < 2";
                })
                .toList();

        assertThat(clauses)
                .allSatisfy(
                        clause -> assertThat(Clauses.condition(clause).reads()).hasSize(1));
    }
}

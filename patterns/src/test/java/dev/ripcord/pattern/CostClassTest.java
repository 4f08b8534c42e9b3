package dev.ripcord.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.condition.Cost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostClassTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            [{name: a, where: "event.type == 'tool_invocation' && call.count >= 3"}]                       ~ CHEAP
            [{name: a, where: "error.is || !error.hidden && event.tool in ['a', 'b']"}]                    ~ CHEAP
            [{name: a, where: "loop.rounds.exists(one, one > 3)"}]                                         ~ MODERATE
            [{name: a, where: "call.count * 2 > session.calls"}]                                           ~ MODERATE
            [{name: a, where: "event.payload.reason == 'x'"}]                                              ~ COSTLY
            [{name: a, where: error.is, times: 3, same: [call.id]}]                                        ~ MODERATE
            [{name: a, where: error.is, times: 3, between: strict}]                                        ~ MODERATE
            [{name: a, where: error.is, times: 3}]                                                         ~ COSTLY
            [{name: a, where: error.is}, {name: b, where: error.hidden, contiguity: strict}]               ~ MODERATE
            [{name: a, where: error.is}, {name: b, where: error.hidden}]                                   ~ COSTLY
            """)
    void aDefinitionCostsWhatItsDearestPartDoes(String sequence, Cost cost) {
        var reading = DefinitionReader.read("a.yaml", """
                id: a
                version: 1
                title: t
                why: w
                action: halt
                severity: info
                within: 1h
                message: m
                sequence: %s
                """.formatted(sequence));

        assertThat(reading.problems()).isEmpty();
        assertThat(CostClass.of(reading.definitions().get(0))).isEqualTo(cost);
    }
}

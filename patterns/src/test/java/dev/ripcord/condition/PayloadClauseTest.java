package dev.ripcord.condition;

import static dev.ripcord.condition.Clauses.holds;
import static dev.ripcord.condition.GivenStep.a;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadClauseTest {
    private static GivenStep invocation() {
        return a("tool_invocation")
                .carrying("{'attempt': 3, 'share': 2.5, 'big': 123456789012345678901234567890, 'text': 'abc',"
                        + " 'nothing': null, 'yes': true, 'list': [1, 2, 3], 'empty': {},"
                        + " 'deep': {'items': [{'name': 'a'}, {'name': 'b'}]}, 'key-with-dash': 1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.payload.attempt == 3",
                "event.payload.attempt == 3.0",
                "event.payload.attempt > 2.5 && event.payload.share > 2",
                "event.payload.attempt in [2, 3]",
                "event.payload.big > 1.0e29",
                "event.payload.text.startsWith('ab')",
                "event.payload.nothing == null && has(event.payload.nothing)",
                "event.payload.yes == true",
                "has(event.payload.attempt) && !has(event.payload.attempts)",
                "'key-with-dash' in event.payload && event.payload['key-with-dash'] == 1",
                "event.payload.deep.items[1].name == 'b'",
                "has(event.payload.deep.items)",
                "event.payload.deep.items.exists(item, item.name == 'b')",
                "event.payload.deep.items.all(item, has(item.name))",
                "event.payload.list.map(x, x * 2) == [2, 4, 6]",
                "event.payload.list.filter(x, x > 1).size() == 2",
                "event.payload.exists(key, key.startsWith('sh'))",
                "size(event.payload.list) == 3 && size(event.payload.empty) == 0",
                "event.payload.empty == {}",
                "event.payload == event.payload && event.payload.deep == event.payload.deep",
                "event.payload.deep != event.payload.empty",
                "type(event.payload.attempt) == int",
                "int(event.payload.share) + int(event.payload.attempt) == 5",
            })
    void readsTheJsonAsWritten(String clause) {
        assertThat(holds(clause, invocation())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.payload.text > 3",
                "event.payload.attempt.startsWith('3')",
                "event.payload.list.name == 'a'",
                "event.payload.list[3] == 1",
                "event.payload.text.text == 'abc'",
                "event.payload.yes == 'true'",
                "event.payload.nothing.x == 1",
                "event.payload.attempt.exists(x, true)",
                "event.payload.deep.items.all(item, item.size > 1)",
            })
    void whatDoesNotFitDoesNotHold(String clause) {
        assertThat(holds(clause, invocation())).isFalse();
    }
}

package dev.ripcord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalHashTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1 | 1.0",
                "1 | 1e0",
                "100 | 1E2",
                "0 | -0.0",
                "0.5 | 0.50",
                "100000000000000000000 | 1e20",
                "{\"a\":1,\"b\":[1,{\"c\":2,\"d\":3}]} | {\"b\":[1.0,{\"d\":3,\"c\":2}],\"a\":1}"
            })
    void valuesThatMeanTheSameAgree(String one, String other) throws IOException {
        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @Test
    void otherValuesDiffer() throws IOException {
        List<String> values = List.of(
                "1",
                "\"1\"",
                "true",
                "\"true\"",
                "false",
                "null",
                "\"null\"",
                "\"\"",
                "0",
                "[]",
                "{}",
                "[0]",
                "[1]",
                "[[1]]",
                "[1,2]",
                "[2,1]",
                "{\"a\":1}",
                "{\"a\":2}",
                "{\"b\":1}",
                "{\"a\":null}",
                "{\"a\":1,\"b\":2}",
                "{\"a\":2,\"b\":1}",
                "{\"a\":{\"b\":1}}",
                "1.5",
                "-1",
                "1e400",
                "1e-400",
                "9007199254740993",
                "9007199254740992",
                "9223372036854775807",
                "9223372036854775808",
                "[null]",
                "{\"\":\"\"}");
        var hashes = new HashSet<Long>();
        for (String value : values) {
            hashes.add(hash(value));
        }
        assertThat(hashes).hasSize(values.size()).doesNotContain(CanonicalHash.NONE);
    }

    @Test
    void manySmallObjectsDoNotCollide() throws IOException {
        var hashes = new HashSet<Long>();
        for (int first = 0; first < 300; first++) {
            for (int second = 0; second < 300; second++) {
                hashes.add(hash("{\"x\":" + first + ",\"y\":" + second + "}"));
            }
        }
        assertThat(hashes).hasSize(90_000);
    }

    @Test
    void hugeExponentsCostNothing() throws IOException {
        assertThat(hash("1e999999999")).isNotEqualTo(hash("1e999999998"));
        assertThat(hash("100e2147483647")).isNotEqualTo(hash("10e2147483647"));
        assertThat(hash("0e999999999")).isEqualTo(hash("0"));
    }

    @Test
    void fingerprintsNeverChange() throws IOException {
        List<Long> fingerprints = new ArrayList<>();
        for (String value : List.of("1", "\"a\"", "{\"a\":[true,null,0.5]}")) {
            fingerprints.add(hash(value));
        }
        // They lie in the state of running jobs: with others, no call would be known again after an update.
        assertThat(fingerprints).containsExactly(-336420445500852088L, -8592733794054455655L, 5663024244410266761L);
    }

    private static long hash(String json) throws IOException {
        return CanonicalHash.of(Json.tree(json));
    }
}

package dev.ripcord.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysFileTest {
    @TempDir
    Path directory;

    @Test
    void aKeyIsKnownByItsHashAndSaysWhoseItIs() throws Exception {
        ApiKeys keys = read("""
                - name: maria
                  role: operator
                  sha256: %s
                - {name: invoice-agents, role: agent, tenant: acme, sha256: %s}
                """.formatted(hash("open sesame"), hash("other")));
        assertThat(keys.caller("open sesame")).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("maria");
            assertThat(caller.role()).isEqualTo(Role.OPERATOR);
            assertThat(caller.mayUse("anybody's")).isTrue();
        });
        assertThat(keys.caller("other")).hasValueSatisfying(caller -> {
            assertThat(caller.mayUse("acme")).isTrue();
            assertThat(caller.mayUse("default")).isFalse();
        });
        assertThat(keys.caller("open sesam")).isEmpty();
        assertThat(keys.caller(hash("other"))).isEmpty();
        assertThat(keys.caller("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void jsonIsReadAsWell() throws Exception {
        ApiKeys keys = read("[{\"name\": \"a\", \"role\": \"observer\", \"sha256\": \"" + hash("k") + "\"}]");
        assertThat(keys.caller("k")).isPresent();
    }

    @Test
    void everyErrorIsToldAtOnceWithItsPlace() {
        assertThatThrownBy(() -> read("""
                - name: maria
                  role: admin
                  sha256: my-secret-key
                - rolle: agent
                  sha256: %s
                - just text
                """.formatted(hash("k"))))
                .isInstanceOfSatisfying(
                        RefusedKeys.class,
                        refused -> assertThat(refused.errors())
                                .hasSize(6)
                                .anyMatch(error ->
                                        error.contains("keys.yaml:2:3: error: role is 'admin'; it must be agent"))
                                .anyMatch(error -> error.contains(":3:3: error: sha256 has 13 characters"))
                                .anyMatch(error -> error.contains(":4:3: error: 'rolle' is unknown"))
                                .anyMatch(error -> error.contains(":4:3: error: name is missing"))
                                .anyMatch(error -> error.contains(":4:3: error: role is missing"))
                                .anyMatch(error -> error.contains(":6:3: error: this is no key"))
                                .noneMatch(error -> error.contains("my-secret-key")));
    }

    @Test
    void aNameAndAKeyAreGivenOnce() {
        String key = "- {name: maria, role: agent, sha256: " + hash("k") + "}\n";
        assertThatThrownBy(() -> read(key + key))
                .hasMessageContaining("name is the same as on line 1")
                .hasMessageContaining("sha256 is the same as on line 1");
    }

    @Test
    void aFileThatIsNotThereOrEmptyIsRefused() {
        assertThatThrownBy(() -> ApiKeysFile.read(directory.resolve("none"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> read("")).hasMessageContaining("there must be one, a list of keys");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("must be a list of keys");
        assertThatThrownBy(() -> read("{")).isInstanceOf(RefusedKeys.class);
    }

    private ApiKeys read(String text) throws Exception {
        return ApiKeysFile.read(Files.writeString(directory.resolve("keys.yaml"), text));
    }

    private static String hash(String key) {
        return HexFormat.of().formatHex(ApiKeys.sha256(key));
    }
}

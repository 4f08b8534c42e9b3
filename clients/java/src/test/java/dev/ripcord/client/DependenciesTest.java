package dev.ripcord.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent must not be made to load for the sake of one line before each step. */
class DependenciesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.flink.cep.CEP",
                "org.apache.flink.api.common.typeinfo.TypeInformation",
                "dev.cel.runtime.CelRuntime",
                "dev.ripcord.console.Gateway",
                "io.javalin.Javalin"
            })
    void theClientBringsNeitherFlinkNorThePatternLanguageNorTheServer(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}

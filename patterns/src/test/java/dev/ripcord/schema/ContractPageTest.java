package dev.ripcord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import dev.ripcord.signal.Signal;
import dev.ripcord.signal.SignalId;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page shows to people is what the schemas say. */
class ContractPageTest {
    private static final Path PAGE = Path.of("../docs/contract.md");
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SCHEMA_LINK =
            Pattern.compile("\\(\\.\\./patterns/schema/([a-z-]+)\\.schema\\.json\\)");

    @Test
    void theExamplesAreTheFirstOfTheirSchemas() throws IOException {
        List<JsonNode> examples = new ArrayList<>();
        Matcher block = JSON_BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            examples.add(Json.tree(block.group(1)));
        }
        assertThat(examples)
                .containsExactly(
                        PublicSchema.EVENT.text().at("/examples/0"),
                        PublicSchema.SIGNAL.text().at("/examples/0"),
                        PublicSchema.HALT.text().at("/examples/0"),
                        PublicSchema.HALT.text().at("/examples/2"),
                        PublicSchema.ACKNOWLEDGEMENT.text().at("/examples/0"));
    }

    @Test
    void theIdOfTheSignalIsTheOneThatItsMatchHas() throws IOException {
        Signal signal = Json.read(Json.bytes(PublicSchema.SIGNAL.text().at("/examples/0")), Signal.class);
        assertThat(signal.signalId())
                .isEqualTo(SignalId.of(signal.scope(), signal.pattern().key(), signal.position()));
    }

    @Test
    void everySchemaIsLinked() throws IOException {
        List<String> linked = SCHEMA_LINK
                .matcher(Files.readString(PAGE))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(List.of(PublicSchema.values()).stream()
                        .map(PublicSchema::schemaName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicIsListedWithItsCleanup(Topic topic) throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| `" + topic.topicName() + "` |"))
                .singleElement()
                .asString()
                .contains("| " + topic.settings().get("cleanup.policy"));
    }
}

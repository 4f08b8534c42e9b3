package dev.ripcord.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.detection.PatternBook;
import dev.ripcord.pattern.DefinitionReader;
import dev.ripcord.pattern.Document;
import dev.ripcord.pattern.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide to writing patterns shows can be put in force as it stands there. */
class PatternsPageTest {
    private static final Path PAGE = Path.of("../docs/patterns.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachExampleCanBeActivated() throws IOException {
        String yaml = String.join(
                "---\n",
                YAML.matcher(Files.readString(PAGE))
                        .results()
                        .map(block -> block.group(1))
                        .toList());
        Reading reading = DefinitionReader.read(PAGE.toString(), yaml);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.definitions()).hasSize(1);
        assertThat(Document.toolProfiles(reading.documents())).hasSize(1);
        assertThat(PatternBook.enforcing(reading.documents()).active()).isEqualTo(1);
    }
}

package dev.ripcord.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The chart of this repository, in the hands of a real Helm engine. */
final class Chart {
    static final Path REPOSITORY =
            Path.of(System.getProperty("basedir", "."), "..").normalize();
    private static final Path DIRECTORY = REPOSITORY.resolve("helm/ripcord");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    static Path example(String name) {
        return DIRECTORY.resolve("examples").resolve(name + ".yaml");
    }

    static List<Path> examples() {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("examples"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String file) {
        return parse(file(file));
    }

    static String file(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LintResult lint() {
        return helm().lint().strict().call();
    }

    /** The deployment that `helm install guard` would create; later values win. */
    static JsonNode rendered(Path... values) {
        return renderedAs("guard", values);
    }

    static JsonNode renderedAs(String release, Path... values) {
        String manifest = template(release, values);
        assertThat(manifest).containsOnlyOnce("# Source: ");
        return parse(manifest);
    }

    /** What Helm says when it refuses the values. */
    static String refusal(Path... values) {
        Throwable refusal = catchThrowable(() -> template("guard", values));
        assertThat(refusal).as("the values are accepted").isNotNull();
        return refusal.getMessage();
    }

    /** What `helm install` prints when it is done. */
    static String notes(Path... values) {
        var install = helm().install().withName("guard").withNamespace("agents").clientOnly();
        for (Path file : values) {
            install.withValuesFile(file);
        }
        return install.withDryRunOption(DryRun.CLIENT).call().getOutput();
    }

    private static String template(String release, Path... values) {
        TemplateCommand template = helm().template().withName(release).withNamespace("agents");
        for (Path file : values) {
            template.withValuesFile(file);
        }
        return template.call();
    }

    private static Helm helm() {
        return new Helm(DIRECTORY);
    }

    private static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

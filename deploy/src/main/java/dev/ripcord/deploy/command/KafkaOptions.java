package dev.ripcord.deploy.command;

import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.print.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command reaches Kafka. */
final class KafkaOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:RIPCORD_BOOTSTRAP:-localhost:9092}",
            description = "Kafka brokers (default: $RIPCORD_BOOTSTRAP, else localhost:9092).")
    private String bootstrapServers;

    @Option(
            names = "--client-properties",
            paramLabel = "FILE",
            description = "Java properties with further Kafka client settings, such as credentials.")
    private Path clientProperties;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** @return empty where nobody said where Kafka is, on the command line or in the environment */
    Optional<KafkaAddress> givenAddress() throws IOException {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--bootstrap")
                || System.getenv("RIPCORD_BOOTSTRAP") != null;
        return given ? Optional.of(address()) : Optional.empty();
    }

    KafkaAddress address() throws IOException {
        return new KafkaAddress(bootstrapServers, clientProperties == null ? Map.of() : read(clientProperties));
    }

    /** @return the options with which a command that is shown reaches the same Kafka; empty where it needs none */
    String again() {
        var usual = Objects.requireNonNullElse(System.getenv("RIPCORD_BOOTSTRAP"), "localhost:9092");
        var options = bootstrapServers.equals(usual) ? "" : " --bootstrap " + ShellWord.of(bootstrapServers);
        return clientProperties == null
                ? options
                : options + " --client-properties " + ShellWord.of(clientProperties.toString());
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal(List.of("cannot read --client-properties " + file), "nothing was done", ExitCode.INVALID);
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}

package dev.ripcord.deploy.command;

import dev.ripcord.console.archive.ArchivedRecords;
import dev.ripcord.console.replay.kafka.HotRecords;
import dev.ripcord.console.replay.source.MergedSource;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.console.topic.KafkaClients;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.replay.FileRecords;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Opens what {@code --from} names: one file, or Kafka and archives together. */
final class ReplaySources {
    static final String HOT = "hot";

    private static final String ARCHIVE = "archive:";

    private static final Pattern GLOB = Pattern.compile("[*?\\[]");

    private final List<String> parts;
    private final boolean everyPartition;
    private final String consequence;
    private HotRecords hot;

    /**
     * @param from as given; {@code hot+archive:DIR} is two
     * @param everyPartition of Kafka's events
     */
    ReplaySources(List<String> from, boolean everyPartition, String consequence) {
        this.everyPartition = everyPartition;
        this.parts = from.stream().flatMap(ReplaySources::parts).distinct().toList();
        this.consequence = consequence;
    }

    /** A plus sign joins what follows {@code hot} or precedes {@code archive:}; else it belongs to a file's name. */
    private static Stream<String> parts(String text) {
        return Stream.of(text.split("(?<=^hot)\\+|\\+(?=hot$)|\\+(?=archive:)"));
    }

    boolean isFile() {
        return parts.stream().noneMatch(part -> part.equals(HOT) || part.startsWith(ARCHIVE));
    }

    /** @throws Refusal where one is not there, or they do not go together */
    RecordSource open(KafkaOptions kafka) throws IOException, InterruptedException {
        if (parts.size() == 1) {
            return open(parts.get(0), kafka);
        }
        if (parts.stream().anyMatch(part -> !part.equals(HOT) && !part.startsWith(ARCHIVE))) {
            throw new Refusal(
                    List.of("--from " + String.join(" --from ", parts) + ": places in a file are not those of Kafka and"
                            + " cannot be merged; give one file, or hot and archive:DIR"),
                    consequence,
                    ExitCode.INVALID);
        }
        List<RecordSource> sources = new ArrayList<>();
        for (var part : parts) {
            sources.add(open(part, kafka));
        }
        return new MergedSource(sources);
    }

    private RecordSource open(String part, KafkaOptions kafka) throws IOException, InterruptedException {
        if (part.equals(HOT)) {
            var address = kafka.address();
            address.require(consequence, Topic.EVENTS);
            hot = new HotRecords(new KafkaClients(address.settings().client()), everyPartition);
            return hot;
        }
        return part.startsWith(ARCHIVE)
                ? archive(part.substring(ARCHIVE.length()), consequence)
                : new FileRecords(LineFile.existing(part, consequence));
    }

    /** @throws Refusal where there is no archive */
    static ArchivedRecords archive(String directory, String consequence) throws IOException {
        var root = Path.of(directory);
        if (directory.isEmpty() || !Files.isDirectory(root)) {
            throw new Refusal(
                    List.of("no directory '" + directory + "'; it must be the root of an archive, which has a folder for"
                            + " each table"),
                    consequence,
                    ExitCode.INVALID);
        }
        if (GLOB.matcher(directory).find()) {
            throw new Refusal(
                    List.of("'" + directory + "': DuckDB takes *, ? and [ for wildcards; give the directory a name"
                            + " without them"),
                    consequence,
                    ExitCode.INVALID);
        }
        return new ArchivedRecords(root);
    }

    /** @return what Kafka has, once it was opened; empty where it is not among the sources */
    Optional<HotRecords> hot() {
        return Optional.ofNullable(hot);
    }
}

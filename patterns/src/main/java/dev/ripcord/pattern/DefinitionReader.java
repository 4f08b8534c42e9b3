package dev.ripcord.pattern;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Place;
import dev.ripcord.source.SourceFile;
import dev.ripcord.source.SourceText;
import dev.ripcord.source.UnreadableSource;
import dev.ripcord.source.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads pattern files. A file holds one definition, or several as YAML documents separated by {@code ---}; its keys
 * are described in {@code schema/definition.schema.json}, and where its kind is tools in
 * {@code schema/tools.schema.json}. All problems of all files are told at once, and what is
 * wrong with one definition does not keep the others from being read.
 */
public final class DefinitionReader {
    /** A definition is a page; a file of this size holds hundreds. */
    public static final int MAX_BYTES = 1 << 20;

    private final List<Document> documents = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** By id, where it was first used. */
    private final Map<String, String> ids = new HashMap<>();

    private DefinitionReader() {}

    /** @param file what to call the text in problems */
    public static Reading read(String file, String yaml) {
        var reader = new DefinitionReader();
        reader.file(file, () -> SourceFile.of(file, yaml, MAX_BYTES));
        return reader.reading();
    }

    /** @param pathsOrDirectories of a directory, the {@code *.yaml} and {@code *.yml} files are read, at any depth */
    public static Reading read(List<Path> pathsOrDirectories) {
        var reader = new DefinitionReader();
        for (Path path : pathsOrDirectories) {
            try {
                for (Path file : PatternFiles.in(path)) {
                    reader.file(file.toString(), () -> SourceFile.read(file, MAX_BYTES));
                }
            } catch (UnreadableSource noFiles) {
                reader.add(new SourceText(path.toString(), ""), noFiles.fault());
            }
        }
        return reader.reading();
    }

    private Reading reading() {
        return new Reading(documents, problems);
    }

    private void file(String name, Text text) {
        try {
            SourceText source = text.read();
            List<YamlDocument> documents = YamlDocument.split(source.text());
            if (documents.isEmpty()) {
                add(source, new Fault(Place.START, "the file holds no definition"));
            }
            documents.forEach(document -> document(source, document));
        } catch (UnreadableSource unreadable) {
            add(new SourceText(name, ""), unreadable.fault());
        }
    }

    private void document(SourceText source, YamlDocument document) {
        DocumentReading read = DocumentReading.of(document);
        List<Fault> faults = new ArrayList<>(read.faults());
        read.id().ifPresent(id -> {
            String place = source.name() + ":" + id.place().line();
            String earlier = ids.putIfAbsent(id.text().orElse(""), place);
            if (earlier != null) {
                faults.add(new Fault(id.place(), "id '" + id.text().orElse("") + "' is already used in " + earlier));
            }
        });
        if (faults.isEmpty()) {
            read.document().ifPresent(documents::add);
        }
        faults.stream().distinct().sorted(Comparator.comparing(Fault::place)).forEach(fault -> add(source, fault));
    }

    private void add(SourceText source, Fault fault) {
        problems.add(new Problem(
                source.name(),
                fault.place().line(),
                fault.place().column(),
                fault.message(),
                source.excerpt(fault.place())));
    }

    @FunctionalInterface
    private interface Text {
        SourceText read() throws UnreadableSource;
    }
}

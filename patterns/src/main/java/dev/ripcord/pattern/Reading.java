package dev.ripcord.pattern;

import java.util.List;

/**
 * What was read from pattern files.
 *
 * @param documents those without a problem, in the order of the files
 * @param problems of all files, in the order of the files
 */
public record Reading(List<Document> documents, List<Problem> problems) {
    public Reading {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }

    /** @return the patterns among the documents */
    public List<Definition> definitions() {
        return Document.definitions(documents);
    }
}

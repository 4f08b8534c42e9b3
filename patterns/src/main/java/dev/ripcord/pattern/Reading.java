package dev.ripcord.pattern;

import java.util.List;

/**
 * What was read from pattern files.
 *
 * @param definitions those without a problem, in the order of the files
 * @param problems of all files, in the order of the files
 */
public record Reading(List<Definition> definitions, List<Problem> problems) {
    public Reading {
        definitions = List.copyOf(definitions);
        problems = List.copyOf(problems);
    }
}

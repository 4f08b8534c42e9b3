package dev.ripcord.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The word that was probably meant. */
public final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** @return {@code ; did you mean 'within'?}, or {@code ; OTHERWISE a, b} where no known word is near */
    public static String hint(String word, Collection<String> known, String otherwise) {
        return nearest(word, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "" : "; " + otherwise + " " + listed(known));
    }

    /** @return the known word that differs least, if it differs little */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int tolerated = word.length() <= 3 ? 1 : word.length() <= 6 ? 2 : 3;
        return new TreeSet<>(known)
                .stream()
                        // Somebody may have named a session by a megabyte.
                        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerated)
                        .filter(candidate -> distance(word, candidate) <= tolerated)
                        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** @return {@code a, b, c} in alphabetical order */
    public static String listed(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Levenshtein: letters to insert, remove or replace. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

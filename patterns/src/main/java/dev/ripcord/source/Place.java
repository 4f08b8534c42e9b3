package dev.ripcord.source;

import java.util.Comparator;

/** Where a character stands in a text. Both count from 1, columns in code points. */
public record Place(int line, int column) implements Comparable<Place> {
    public static final Place START = new Place(1, 1);

    private static final Comparator<Place> IN_READING_ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
        return IN_READING_ORDER.compare(this, other);
    }
}

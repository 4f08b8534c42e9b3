package dev.ripcord.topic;

import java.util.Comparator;

/** The place of an event in {@code agent.events}. Within a partition a larger offset is later; across them nothing is said. */
public record Position(int partition, long offset) implements Comparable<Position> {
    private static final Comparator<Position> BY_PLACE =
            Comparator.comparingInt(Position::partition).thenComparingLong(Position::offset);

    @Override
    public int compareTo(Position other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}

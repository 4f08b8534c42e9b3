package dev.ripcord.console.operate;

import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several lists of positions as one: of each partition the newest. */
final class NewestPositions {
    private NewestPositions() {}

    @SafeVarargs
    static List<Position> of(List<Position>... lists) {
        Map<Integer, Position> newest = new TreeMap<>();
        for (List<Position> list : lists) {
            for (Position position : list) {
                newest.merge(
                        position.partition(), position, (one, other) -> one.offset() >= other.offset() ? one : other);
            }
        }
        return List.copyOf(newest.values());
    }
}

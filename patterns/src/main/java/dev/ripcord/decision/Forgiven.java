package dev.ripcord.decision;

import dev.ripcord.topic.Position;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lists of positions of which each forgives its partition up to itself, as a release's {@code through} does. */
final class Forgiven {
    private Forgiven() {}

    static boolean covers(List<Position> through, Position position) {
        return through.stream()
                .anyMatch(newest -> newest.partition() == position.partition() && position.offset() <= newest.offset());
    }

    /** @return one position per partition, the newest of both */
    static List<Position> newest(List<Position> some, List<Position> more) {
        TreeMap<Integer, Long> offsets = new TreeMap<>();
        Stream.concat(some.stream(), more.stream())
                .forEach(position -> offsets.merge(position.partition(), position.offset(), Math::max));
        return offsets.entrySet().stream()
                .map(entry -> new Position(entry.getKey(), entry.getValue()))
                .toList();
    }
}

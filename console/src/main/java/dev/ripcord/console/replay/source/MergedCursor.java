package dev.ripcord.console.replay.source;

import dev.ripcord.topic.Position;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Several cursors as one, in the order of (partition, offset); what several of them have comes once. */
final class MergedCursor implements RecordCursor {
    private static final Comparator<Head> IN_ORDER = Comparator.<Head, Position>comparing(
                    head -> head.record().position())
            .thenComparingInt(Head::place);

    private final List<RecordCursor> cursors;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(IN_ORDER);
    private boolean begun;
    private LogRecord latest;

    private record Head(LogRecord record, int place) {}

    MergedCursor(List<RecordCursor> cursors) {
        this.cursors = List.copyOf(cursors);
    }

    @Override
    public LogRecord next() throws IOException, InterruptedException {
        if (!begun) {
            begun = true;
            for (int place = 0; place < cursors.size(); place++) {
                refill(place);
            }
        }
        while (!heads.isEmpty()) {
            Head head = heads.poll();
            refill(head.place());
            if (latest == null || !latest.position().equals(head.record().position())) {
                latest = head.record();
                return latest;
            }
        }
        return null;
    }

    private void refill(int place) throws IOException, InterruptedException {
        LogRecord next = cursors.get(place).next();
        if (next != null) {
            heads.add(new Head(next, place));
        }
    }

    @Override
    public void close() throws IOException {
        Closing.all(cursors.stream().<Closing.Step>map(cursor -> cursor::close).toList());
    }
}

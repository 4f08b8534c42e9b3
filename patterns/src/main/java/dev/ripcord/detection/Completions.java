package dev.ripcord.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The matches of one definition that a step completes, put in flink-cep's order: by beginning, and among those that
 * began with the same step in the order of its queue.
 */
final class Completions {
    private final PriorityQueue<TakenStep> ended = new PriorityQueue<>(TakenStep.BY_BEGINNING);
    private List<TakenStep> completed = List.of();

    void add(TakenStep match) {
        ended.add(match);
    }

    /** What ended so far comes before what ends later. */
    void settle() {
        if (ended.isEmpty()) {
            return;
        }
        if (completed.isEmpty()) {
            completed = new ArrayList<>();
        }
        for (TakenStep match = ended.poll(); match != null; match = ended.poll()) {
            completed.add(match);
        }
    }

    /** @return all, in order; forgets them */
    List<TakenStep> taken() {
        settle();
        List<TakenStep> all = completed;
        completed = List.of();
        return all;
    }

    void clear() {
        ended.clear();
        completed = List.of();
    }
}

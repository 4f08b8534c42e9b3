package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.evaluation.SessionOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sessions dealt into parts of about equal size, those that should be stopped as evenly as the others. Sessions of one
 * task stay together: a setting that was chosen on one of them would be tested on its like.
 */
final class Folds {
    private final int count;
    private final Map<SessionOutcome, Integer> foldOf = new IdentityHashMap<>();

    private Folds(int count) {
        this.count = count;
    }

    /** @param most folds; there are no more than there are tasks and sessions without one */
    static Folds of(List<SessionOutcome> sessions, int most, long seed) {
        var groups = groups(sessions);
        var folds = new Folds(Math.max(1, Math.min(most, groups.size())));
        Collections.shuffle(groups, new Random(seed));
        // Stable: among their like, groups stay shuffled.
        groups.sort((one, other) -> Boolean.compare(hasPositive(other), hasPositive(one)));
        for (int index = 0; index < groups.size(); index++) {
            int fold = index % folds.count;
            groups.get(index).forEach(session -> folds.foldOf.put(session, fold));
        }
        return folds;
    }

    private static List<List<SessionOutcome>> groups(List<SessionOutcome> sessions) {
        var byTask = new LinkedHashMap<String, List<SessionOutcome>>();
        var groups = new ArrayList<List<SessionOutcome>>();
        for (var session : sessions) {
            var task = session.label().task();
            if (task == null) {
                groups.add(List.of(session));
            } else {
                byTask.computeIfAbsent(task, none -> new ArrayList<>()).add(session);
            }
        }
        groups.addAll(byTask.values());
        return groups;
    }

    private static boolean hasPositive(List<SessionOutcome> group) {
        return group.stream().anyMatch(session -> session.label().isPositive());
    }

    int count() {
        return count;
    }

    int of(SessionOutcome session) {
        return foldOf.get(session);
    }

    /** @return for each fold, the sessions outside of it */
    List<List<SessionOutcome>> training(List<SessionOutcome> sessions) {
        return IntStream.range(0, count)
                .mapToObj(fold ->
                        sessions.stream().filter(session -> of(session) != fold).toList())
                .toList();
    }
}

package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.judge.ClauseTexts;
import dev.ripcord.console.replay.timeline.SeenSignal.MatchedClause;
import dev.ripcord.detection.Attempt;
import dev.ripcord.pattern.Definition;
import dev.ripcord.signal.MatchedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far each definition came without a signal. A definition of one step has no way to come near: what it reads are
 * facts, and these stand at each step.
 */
final class NearMisses {
    private static final int MOST_SHOWN = 20;

    private final Map<String, Furthest> furthest = new TreeMap<>();
    private final Set<String> signalled = new HashSet<>();

    private record Furthest(int count, long step, List<MatchedStep> taken) {}

    void after(List<Attempt> attempts, long step) {
        for (Attempt attempt : attempts) {
            Furthest known = furthest.get(attempt.definition());
            if (known == null || attempt.count() > known.count()) {
                furthest.put(attempt.definition(), new Furthest(attempt.count(), step, latest(attempt.taken())));
            }
        }
    }

    private static List<MatchedStep> latest(List<MatchedStep> taken) {
        return List.copyOf(taken.subList(Math.max(0, taken.size() - MOST_SHOWN), taken.size()));
    }

    void signalled(String definition) {
        signalled.add(definition);
    }

    /** @return those that gave no signal at all, by their keys */
    List<NearMiss> all(ClauseTexts texts, StepNumbers steps) {
        List<NearMiss> misses = new ArrayList<>();
        furthest.forEach((definition, found) -> {
            if (!signalled.contains(definition) && !found.taken().isEmpty()) {
                misses.add(miss(definition, found, texts, steps));
            }
        });
        return misses;
    }

    private static NearMiss miss(String definition, Furthest found, ClauseTexts texts, StepNumbers steps) {
        String latest = found.taken().get(found.taken().size() - 1).element();
        return new NearMiss(
                definition,
                texts.definition(definition).map(Definition::title).orElse(null),
                found.step(),
                found.taken().stream()
                        .map(taken -> new MatchedClause(
                                taken.element(),
                                steps.at(taken.position()),
                                taken.position(),
                                texts.where(definition, taken.element())))
                        .toList(),
                texts.next(definition, latest).stream()
                        .map(element -> new NearMiss.WaitsFor(element, texts.where(definition, element)))
                        .toList());
    }
}

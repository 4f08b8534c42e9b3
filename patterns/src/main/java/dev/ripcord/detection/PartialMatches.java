package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.cep.nfa.State;

/**
 * The partial matches of one definition in one session.
 *
 * <p>A {@link PriorityQueue} and not a sorted list, although only its array is walked: among matches that began with
 * the same step flink-cep's order is the order of that array, which depends on each insertion before.
 */
final class PartialMatches {
    private PriorityQueue<PartialMatch> alive = queue();

    /**
     * What a step brought about.
     *
     * @param completed matches, in flink-cep's order
     * @param overflows partial matches dropped because there were too many, or because they had taken too many steps
     * @param forgotten partial matches dropped because their state exists no more
     */
    record Outcome(List<TakenStep> completed, int overflows, int forgotten) {
        static final Outcome NOTHING = new Outcome(List.of(), 0, 0);
    }

    /** None yet: the start alone. */
    static PartialMatches of(CompiledPattern pattern) {
        return of(List.of(PartialMatch.start(pattern.start().getName())));
    }

    /** @param matches in the order of {@link #matches} */
    static PartialMatches of(Collection<PartialMatch> matches) {
        PartialMatches restored = new PartialMatches();
        restored.alive.addAll(matches);
        return restored;
    }

    /** @return in the order that gives the same matches again */
    List<PartialMatch> matches() {
        return List.copyOf(alive);
    }

    /** @return how many have begun */
    int begun() {
        int begun = 0;
        for (PartialMatch match : alive) {
            begun += match.isStart() ? 0 : 1;
        }
        return begun;
    }

    /** @return steps that the furthest of them has taken */
    int furthest() {
        return alive.stream().mapToInt(PartialMatch::count).max().orElse(0);
    }

    Outcome after(Step step, CompiledPattern pattern, DetectionLimits limits) {
        int forgotten = forgetUnknown(pattern);
        List<TakenStep> completed = new ArrayList<>();
        prune(step.time(), pattern, completed);
        walk(step, pattern, completed);
        return new Outcome(completed, limit(limits), forgotten);
    }

    /** The start is not missed by anybody, but without one nothing would ever begin. */
    private int forgetUnknown(CompiledPattern pattern) {
        int before = begun();
        boolean forgot = alive.removeIf(match -> pattern.state(match.state()) == null);
        if (forgot && alive.stream().noneMatch(PartialMatch::isStart)) {
            alive.add(PartialMatch.start(pattern.start().getName()));
        }
        return before - begun();
    }

    /** Drops what is out of its window. A pattern that ends in a {@code not} is complete when its window is over. */
    private void prune(long now, CompiledPattern pattern, List<TakenStep> completed) {
        if (alive.stream().noneMatch(match -> isOver(match, now, pattern))) {
            return;
        }
        PriorityQueue<PartialMatch> ended = queue();
        PriorityQueue<PartialMatch> remaining = queue();
        for (PartialMatch match : alive) {
            if (!isOver(match, now, pattern)) {
                remaining.add(match);
            } else if (pattern.state(match.state()).isPending()) {
                ended.add(match);
            }
        }
        alive = remaining;
        drain(ended, completed);
    }

    private static boolean isOver(PartialMatch match, long now, CompiledPattern pattern) {
        return now >= pattern.deadline(match);
    }

    private void walk(Step step, CompiledPattern pattern, List<TakenStep> completed) {
        StateWalk walk = new StateWalk(pattern, step);
        PriorityQueue<PartialMatch> ended = queue();
        PriorityQueue<PartialMatch> remaining = queue();
        for (PartialMatch match : alive) {
            sort(walk.from(match, pattern.state(match.state())), pattern, ended, remaining);
        }
        alive = remaining;
        drain(ended, completed);
    }

    /** Reaching a stop state, where a {@code not} held, takes everything else that followed from the match with it. */
    private static void sort(
            List<PartialMatch> next,
            CompiledPattern pattern,
            PriorityQueue<PartialMatch> ended,
            PriorityQueue<PartialMatch> remaining) {
        boolean stopped = false;
        List<PartialMatch> retained = new ArrayList<>(next.size());
        for (PartialMatch match : next) {
            State<Step> state = pattern.state(match.state());
            stopped |= state.isStop();
            if (state.isFinal()) {
                ended.add(match);
            } else {
                retained.add(match);
            }
        }
        if (!stopped) {
            remaining.addAll(retained);
        }
    }

    private static void drain(PriorityQueue<PartialMatch> ended, List<TakenStep> completed) {
        for (PartialMatch match = ended.poll(); match != null; match = ended.poll()) {
            completed.add(match.taken());
        }
    }

    /** Those that began first go first: they have had the most time to complete. */
    private int limit(DetectionLimits limits) {
        int before = alive.size();
        alive.removeIf(match -> match.count() > limits.stepsPerMatch());
        while (alive.size() > limits.matchesPerPattern() + 1) {
            alive.poll();
        }
        return before - alive.size();
    }

    private static PriorityQueue<PartialMatch> queue() {
        return new PriorityQueue<>(PartialMatch.BY_BEGINNING);
    }
}

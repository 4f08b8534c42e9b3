package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.flink.cep.nfa.State;

/**
 * The partial matches of any definition, in the order of flink-cep's queue.
 *
 * <p>A heap and not a sorted list, although only its array is walked: among matches that began with the same step
 * flink-cep's order is the order of that array, which depends on each insertion before. flink-cep fills another queue
 * at every step. Here the array stays as it is up to the first match that fails, completes or branches: to that point
 * both are the same ({@link MatchList#enqueue}), and most steps change nothing at all.
 */
final class QueuedMatches implements PartialMatches {
    private final CompiledPattern pattern;
    private final HeldSteps held;
    private final MatchList alive = new MatchList();
    private long nextDeadline = Long.MAX_VALUE;
    private int longest;

    QueuedMatches(CompiledPattern pattern, HeldSteps held) {
        this.pattern = pattern;
        this.held = held;
        alive.add(pattern.start(), null);
    }

    @Override
    public Outcome after(Step step, StateWalk walk, DetectionLimits limits) {
        if (step.time() >= nextDeadline) {
            prune(step.time(), walk);
        }
        walk(walk, pattern.concerns().of(step.event().type()).unmoved());
        List<TakenStep> completed = walk.completions().taken();
        int tooLong = longest > limits.stepsPerMatch() ? drop(longerThan(limits.stepsPerMatch())) : 0;
        int over = begun() - limits.matchesPerPattern();
        int tooMany = over > 0 ? drop(DropOrder.first(over, alive.taken())) : 0;
        return Outcome.of(completed, tooLong, tooMany);
    }

    /** Drops what is out of its window. A pattern that ends in a {@code not} is complete when its window is over. */
    private void prune(long now, StateWalk walk) {
        MatchList before = walk.aside();
        alive.moveFrom(0, before);
        nextDeadline = Long.MAX_VALUE;
        for (int index = 0; index < before.size(); index++) {
            State<Step> state = before.state(index);
            TakenStep taken = before.taken(index);
            if (now < pattern.deadline(state.getName(), taken)) {
                enqueue(state, taken);
            } else {
                held.release(taken);
                if (state.isPending()) {
                    walk.completions().add(taken);
                }
            }
        }
        before.clear();
        walk.completions().settle();
    }

    private void walk(StateWalk walk, Set<State<Step>> unmoved) {
        for (int index = 0; index < alive.size(); index++) {
            if (unmoved.contains(alive.state(index))) {
                continue;
            }
            MatchList next = walk.from(pattern, alive.state(index), alive.taken(index));
            if (next.size() != 1 || next.state(0).isFinal() || next.state(0).isStop()) {
                refill(index, walk, next, unmoved);
                return;
            }
            replace(index, next.state(0), next.taken(0));
        }
    }

    private void replace(int index, State<Step> state, TakenStep taken) {
        TakenStep before = alive.taken(index);
        if (taken != before || state != alive.state(index)) {
            held.hold(taken);
            held.release(before);
            alive.set(index, state, taken);
            noticed(state, taken);
        }
    }

    /** @param next what follows from the match at the index */
    private void refill(int index, StateWalk walk, MatchList next, Set<State<Step>> unmoved) {
        MatchList before = walk.aside();
        alive.moveFrom(index, before);
        follow(before.taken(0), next, walk.completions());
        for (int number = 1; number < before.size(); number++) {
            State<Step> state = before.state(number);
            TakenStep taken = before.taken(number);
            if (unmoved.contains(state)) {
                alive.enqueue(state, taken);
            } else {
                follow(taken, walk.from(pattern, state, taken), walk.completions());
            }
        }
        before.clear();
    }

    /** Reaching a stop state, where a {@code not} held, takes everything else that followed from the match with it. */
    private void follow(TakenStep before, MatchList next, Completions completions) {
        boolean stopped = false;
        for (int index = 0; index < next.size(); index++) {
            stopped |= next.state(index).isStop();
        }
        for (int index = 0; index < next.size(); index++) {
            if (next.state(index).isFinal()) {
                completions.add(next.taken(index));
            } else if (!stopped) {
                held.hold(next.taken(index));
                enqueue(next.state(index), next.taken(index));
            }
        }
        held.release(before);
    }

    private void enqueue(State<Step> state, TakenStep taken) {
        alive.enqueue(state, taken);
        noticed(state, taken);
    }

    private void noticed(State<Step> state, TakenStep taken) {
        if (taken != null) {
            nextDeadline = Math.min(nextDeadline, pattern.deadline(state.getName(), taken));
            longest = Math.max(longest, taken.count());
        }
    }

    private BitSet longerThan(int steps) {
        BitSet longer = new BitSet();
        longest = 0;
        for (int index = 0; index < alive.size(); index++) {
            int count = alive.taken(index) == null ? 0 : alive.taken(index).count();
            longer.set(index, count > steps);
            longest = Math.max(longest, Math.min(count, steps));
        }
        return longer;
    }

    private int drop(BitSet indexes) {
        indexes.stream().forEach(index -> held.release(alive.taken(index)));
        remove(indexes);
        return indexes.cardinality();
    }

    @Override
    public void remove(BitSet indexes) {
        if (indexes.isEmpty()) {
            return;
        }
        MatchList all = new MatchList();
        alive.moveFrom(0, all);
        for (int index = 0; index < all.size(); index++) {
            if (!indexes.get(index)) {
                alive.enqueue(all.state(index), all.taken(index));
            }
        }
    }

    @Override
    public long nextDeadline() {
        return nextDeadline;
    }

    @Override
    public int begun() {
        return alive.size() - 1;
    }

    @Override
    public List<TakenStep> latest() {
        return alive.taken();
    }

    @Override
    public List<PartialMatch> matches() {
        List<PartialMatch> matches = new ArrayList<>(alive.size());
        for (int index = 0; index < alive.size(); index++) {
            matches.add(new PartialMatch(alive.state(index).getName(), alive.taken(index)));
        }
        return matches;
    }

    /** The start is not missed by anybody, but without one nothing would ever begin. */
    @Override
    public int restore(Collection<PartialMatch> matches) {
        alive.clear();
        int forgotten = 0;
        boolean hasStart = false;
        for (PartialMatch match : matches) {
            State<Step> state = pattern.state(match.state());
            boolean isStart = state == pattern.start();
            if (state == null || isStart != match.isStart()) {
                forgotten += match.isStart() ? 0 : 1;
            } else {
                held.hold(match.taken());
                enqueue(state, match.taken());
                hasStart |= isStart;
            }
        }
        if (!hasStart) {
            enqueue(pattern.start(), null);
        }
        return forgotten;
    }
}

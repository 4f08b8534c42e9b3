package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.cep.nfa.State;

/**
 * The partial matches of a definition whose steps all have one key ({@link KeyedChain}): a step walks only those of its
 * own key. A match that began without a key can never go on and is not kept.
 */
final class KeyedMatches implements PartialMatches {
    private final CompiledPattern pattern;
    private final KeyedChain chain;
    private final HeldSteps held;
    private final KeyedList alive = new KeyedList();
    private final BitSet gone = new BitSet();
    private long nextDeadline = Long.MAX_VALUE;

    KeyedMatches(CompiledPattern pattern, KeyedChain chain, HeldSteps held) {
        this.pattern = pattern;
        this.chain = chain;
        this.held = held;
    }

    @Override
    public Outcome after(Step step, StateWalk walk, DetectionLimits limits) {
        if (step.time() >= nextDeadline) {
            prune(step.time());
        }
        Object key = chain.key(step);
        if (key == null) {
            return Outcome.NOTHING;
        }
        int tooLong = extend(key, walk, limits);
        begin(key, walk);
        return Outcome.of(walk.completions().taken(), tooLong, limit(limits.matchesPerPattern()));
    }

    private void prune(long now) {
        for (int index = 0; index < alive.size(); index++) {
            if (now >= alive.deadline(index)) {
                leave(index);
            }
        }
        removeGone();
        nextDeadline = alive.earliestDeadline();
    }

    /** @return how many had taken too many steps then */
    private int extend(Object key, StateWalk walk, DetectionLimits limits) {
        int tooLong = 0;
        int hash = key.hashCode();
        for (int index = alive.next(hash, 0); index < alive.size(); index = alive.next(hash, index + 1)) {
            TakenStep before = alive.taken(index);
            if (key.equals(chain.key(before.step()))) {
                TakenStep after = follower(walk.from(pattern, state(before), before), walk.completions());
                boolean longer = after != null && after.count() > limits.stepsPerMatch();
                tooLong += longer ? 1 : 0;
                replace(index, longer ? null : after);
            }
        }
        removeGone();
        return tooLong;
    }

    /** @return what goes on after the step, if anything: where a {@code not} held, nothing does */
    private static TakenStep follower(MatchList next, Completions completions) {
        TakenStep follower = null;
        boolean stopped = false;
        for (int index = 0; index < next.size(); index++) {
            if (next.state(index).isFinal()) {
                completions.add(next.taken(index));
            } else {
                stopped |= next.state(index).isStop();
                follower = next.taken(index);
            }
        }
        return stopped ? null : follower;
    }

    private void replace(int index, TakenStep after) {
        TakenStep before = alive.taken(index);
        if (after == null) {
            leave(index);
        } else if (after != before) {
            held.hold(after);
            held.release(before);
            alive.extend(index, after, noticed(after));
        }
    }

    private void begin(Object key, StateWalk walk) {
        MatchList next = walk.from(pattern, pattern.start(), null);
        // The start itself is the last.
        for (int index = 0; index < next.size() - 1; index++) {
            keep(next.taken(index), key);
        }
    }

    private void keep(TakenStep taken, Object key) {
        held.hold(taken);
        alive.insert(taken, key.hashCode(), noticed(taken));
    }

    private long noticed(TakenStep taken) {
        long deadline = pattern.deadline(state(taken).getName(), taken);
        nextDeadline = Math.min(nextDeadline, deadline);
        return deadline;
    }

    private State<Step> state(TakenStep taken) {
        return chain.state(taken.count());
    }

    private void leave(int index) {
        held.release(alive.taken(index));
        gone.set(index);
    }

    private void removeGone() {
        if (!gone.isEmpty()) {
            alive.remove(gone);
            gone.clear();
        }
    }

    /** @return how many were too many: mostly one, which the step began */
    private int limit(int most) {
        int tooMany = 0;
        while (alive.size() > most) {
            leave(alive.firstToGo());
            removeGone();
            tooMany++;
        }
        return tooMany;
    }

    @Override
    public long nextDeadline() {
        return nextDeadline;
    }

    @Override
    public int begun() {
        return alive.size();
    }

    @Override
    public List<TakenStep> latest() {
        return alive.taken();
    }

    @Override
    public List<PartialMatch> matches() {
        return Stream.concat(
                        alive.taken().stream()
                                .map(taken -> new PartialMatch(state(taken).getName(), taken)),
                        Stream.of(PartialMatch.start(pattern.start().getName())))
                .toList();
    }

    @Override
    public int restore(Collection<PartialMatch> matches) {
        int forgotten = 0;
        for (PartialMatch match : matches) {
            if (match.isStart()) {
                continue;
            }
            Object key = chain.key(match.taken().step());
            if (!chain.isStateOf(match)) {
                forgotten++;
            } else if (key != null) {
                keep(match.taken(), key);
            }
        }
        return forgotten;
    }

    @Override
    public void remove(BitSet indexes) {
        alive.remove(indexes);
    }
}

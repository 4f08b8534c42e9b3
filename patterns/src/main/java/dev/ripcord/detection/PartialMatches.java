package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The partial matches of one definition in one session. Each of them holds its steps ({@link HeldSteps}) for as long as
 * it is kept here.
 */
sealed interface PartialMatches permits QueuedMatches, KeyedMatches {
    /**
     * What a step brought about.
     *
     * @param completed matches, in flink-cep's order
     * @param tooLong partial matches dropped because they had taken too many steps
     * @param tooMany partial matches dropped because there were too many
     */
    record Outcome(List<TakenStep> completed, int tooLong, int tooMany) {
        static final Outcome NOTHING = new Outcome(List.of(), 0, 0);

        static Outcome of(List<TakenStep> completed, int tooLong, int tooMany) {
            return completed.isEmpty() && tooLong == 0 && tooMany == 0
                    ? NOTHING
                    : new Outcome(completed, tooLong, tooMany);
        }
    }

    /** None yet. */
    static PartialMatches of(CompiledPattern pattern, HeldSteps held) {
        return pattern.chain()
                .<PartialMatches>map(chain -> new KeyedMatches(pattern, chain, held))
                .orElseGet(() -> new QueuedMatches(pattern, held));
    }

    /** @param walk that has begun with the step */
    Outcome after(Step step, StateWalk walk, DetectionLimits limits);

    /** @return session clock before which none of them runs out of time; it may be earlier than need be */
    long nextDeadline();

    /** @return how many have begun */
    int begun();

    /** @return what each took last, in the order of {@link #matches}; null for the start */
    List<TakenStep> latest();

    /** @return in the order that gives the same matches again */
    List<PartialMatch> matches();

    /**
     * @param matches of the same definition and structure, in the order of {@link #matches}
     * @return how many are left out because they stand in a state that exists no more
     */
    int restore(Collection<PartialMatch> matches);

    /** @param indexes in {@link #latest}, of matches that hold their steps no more */
    void remove(BitSet indexes);

    /** Lets go of all steps; nothing is asked any more then. */
    default void release(HeldSteps held) {
        latest().forEach(held::release);
    }
}

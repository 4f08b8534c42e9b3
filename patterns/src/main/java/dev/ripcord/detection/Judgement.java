package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import dev.ripcord.signal.Signal;
import java.util.List;
import java.util.Optional;

/**
 * What came of one event.
 *
 * @param duplicate whether it repeats an earlier event and was dropped
 * @param released whether the session began anew before it, by a release
 * @param step empty for a repeat; its facts hold until the detector judges another event
 * @param signals at most one of each definition, in the order of their ids
 * @param overflows partial matches dropped because a limit was reached: a match may have been missed
 * @param forgotten partial matches dropped because their definition's structure is another one since: a parameter that
 *     shapes it was changed, or another version of Ripcord compiles it differently
 */
public record Judgement(
        boolean duplicate, Released released, Optional<Step> step, List<Signal> signals, int overflows, int forgotten) {

    static Judgement repeat(Released released) {
        return new Judgement(true, released, Optional.empty(), List.of(), 0, 0);
    }

    public Judgement {
        signals = List.copyOf(signals);
    }
}

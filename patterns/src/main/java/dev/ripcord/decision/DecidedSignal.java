package dev.ripcord.decision;

import dev.ripcord.signal.Signal;

/**
 * A signal on its way out, and what became of it. That is told beside the signal and not in it, because a replay may
 * decide otherwise about the same signal.
 *
 * @param late whether its event was too old to halt anybody when it was decided on
 * @param muted whether its pattern or its scope was muted
 * @param held the incident whose halts are held, this one's among them; null where it was not held
 * @param standing the halt that stops its scope already, so that it wrote none; null where none does
 */
public record DecidedSignal(Signal signal, boolean late, boolean muted, String held, String standing) {
    static DecidedSignal of(Signal signal) {
        return new DecidedSignal(signal, false, false, null, null);
    }
}

package dev.ripcord.jobs.decide;

import dev.ripcord.signal.Signal;

/**
 * A signal on its way out.
 *
 * @param late whether its event was too old to halt anybody when it was judged; told beside the signal and not in it,
 *     because a replay may judge the same event in time
 */
public record DecidedSignal(Signal signal, boolean late) {}

package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.SeenSignal;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Mode;

/** A signal in one line: where in the session, of which pattern, and what it asked for. */
public record SignalLine(
        long step,
        String signalId,
        PatternReference pattern,
        Mode mode,
        Action action,
        String message,
        SeenSignal.Seen seen) {
    static SignalLine of(long step, SeenSignal seen) {
        return new SignalLine(
                step,
                seen.signal().signalId(),
                seen.signal().pattern(),
                seen.signal().mode(),
                seen.signal().action(),
                seen.signal().message(),
                seen.seen());
    }
}

package dev.ripcord.console.stops;

import dev.ripcord.signal.MatchedStep;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A signal that asked for a session to be stopped, as far as stops are counted.
 *
 * @param time the broker's, of the signal's record; milliseconds since the epoch
 * @param tool of the latest matched step that has one; empty where none has
 * @param spendUsd null where no cost was reported
 */
public record Stop(
        String signalId,
        long time,
        SessionKey session,
        String pattern,
        String agent,
        String tool,
        BigDecimal spendUsd) {
    static Stop of(Signal signal, long time) {
        String tool = signal.matched().stream()
                .map(MatchedStep::tool)
                .filter(Objects::nonNull)
                .reduce("", (before, later) -> later);
        return new Stop(
                signal.signalId(),
                time,
                signal.session(),
                signal.pattern().id(),
                signal.agentId(),
                tool,
                signal.spendUsd());
    }
}

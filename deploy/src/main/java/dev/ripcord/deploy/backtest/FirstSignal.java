package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.pattern.Action;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;

/**
 * The first signal of a definition in a session.
 *
 * @param step how many steps the session had taken, the completing one included
 * @param time session clock, milliseconds since the epoch
 * @param kafkaTime the broker's time of the completing event
 * @param spentUsd dollars that the session had cost by then; null where its telemetry reports none
 */
public record FirstSignal(
        PatternReference pattern,
        Action action,
        String signalId,
        String agentId,
        long step,
        long time,
        long kafkaTime,
        Position position,
        BigDecimal spentUsd,
        String message) {

    /** @param spentBefore by earlier runs under the same session id; null for nothing */
    static FirstSignal of(Signal signal, long step, BigDecimal spentBefore) {
        return new FirstSignal(
                signal.pattern(),
                signal.action(),
                signal.signalId(),
                signal.agentId(),
                step,
                signal.time(),
                signal.kafkaTime(),
                signal.position(),
                Dollars.sum(spentBefore, signal.spendUsd()),
                signal.message());
    }

    boolean stops() {
        return action.stops();
    }
}

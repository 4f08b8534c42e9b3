package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.evaluation.Label;
import dev.ripcord.deploy.print.Dollars;
import dev.ripcord.halt.PatternReference;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A session that would have been halted, and where.
 *
 * @param agentId that the completing event names
 * @param pattern whose signal came first
 * @param step how many steps the session had taken by then, the completing one included
 * @param time session clock at that event, milliseconds since the epoch
 * @param kafkaTime the broker's time of that event; the event's own where history knows no other
 * @param spentUsd dollars that the session had cost by then; null where its telemetry reports none
 * @param stepsAfter how many steps it took from there on
 * @param spentAfterUsd what these cost; null likewise
 * @param right whether its label says that it should be stopped; null where it has no label
 * @param wrong whether its label says that it must go on; null likewise
 */
public record HaltedSession(
        String tenantId,
        String sessionId,
        String agentId,
        PatternReference pattern,
        String signalId,
        long step,
        long time,
        long kafkaTime,
        Position position,
        BigDecimal spentUsd,
        long stepsAfter,
        BigDecimal spentAfterUsd,
        Boolean right,
        Boolean wrong,
        String message) {
    static final Comparator<HaltedSession> IN_ORDER_OF_TIME =
            Comparator.comparingLong(HaltedSession::kafkaTime).thenComparing(HaltedSession::position);

    static HaltedSession of(SessionTrace trace, FirstSignal first) {
        var label = trace.outcome().map(outcome -> outcome.label());
        return new HaltedSession(
                trace.key().tenant(),
                trace.key().session(),
                first.agentId(),
                first.pattern(),
                first.signalId(),
                first.step(),
                first.time(),
                first.kafkaTime(),
                first.position(),
                first.spentUsd(),
                trace.steps() - first.step(),
                Dollars.difference(trace.spent(), first.spentUsd()),
                label.map(Label::isPositive).orElse(null),
                label.map(Label::mustGoOn).orElse(null),
                first.message());
    }
}

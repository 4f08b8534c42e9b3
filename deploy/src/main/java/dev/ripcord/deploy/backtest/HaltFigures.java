package dev.ripcord.deploy.backtest;

import dev.ripcord.deploy.print.Dollars;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * What halts come to.
 *
 * @param halted sessions
 * @param right those of them that are labelled to be stopped; null where there are no labels
 * @param wrong those of them that went well and are not labelled to be stopped; null likewise
 * @param spentUsd dollars that they had cost by then; null where no telemetry reports any
 * @param savedSteps steps that they took from there on
 * @param savedUsd what these cost; null where no telemetry reports any
 */
public record HaltFigures(
        int halted, Integer right, Integer wrong, BigDecimal spentUsd, long savedSteps, BigDecimal savedUsd) {

    /** @param labelled whether there are labels at all */
    static HaltFigures of(List<HaltedSession> sessions, boolean labelled) {
        return new HaltFigures(
                sessions.size(),
                labelled ? count(sessions, HaltedSession::right) : null,
                labelled ? count(sessions, HaltedSession::wrong) : null,
                sum(sessions, HaltedSession::spentUsd),
                sessions.stream().mapToLong(HaltedSession::stepsAfter).sum(),
                sum(sessions, HaltedSession::spentAfterUsd));
    }

    private static int count(List<HaltedSession> sessions, Function<HaltedSession, Boolean> flag) {
        return (int) sessions.stream().map(flag).filter(Boolean.TRUE::equals).count();
    }

    private static BigDecimal sum(List<HaltedSession> sessions, Function<HaltedSession, BigDecimal> amount) {
        return sessions.stream().map(amount).reduce(null, Dollars::sum);
    }
}

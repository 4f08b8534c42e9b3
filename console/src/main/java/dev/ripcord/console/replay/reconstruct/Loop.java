package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * A cycle of calls.
 *
 * @param from step of its first call
 * @param to step of its latest call, or of the answer to that
 * @param period calls in one round
 * @param rounds complete ones
 * @param tools of one round, each once, in the order of the round that showed it
 * @param spentBefore nano-dollars that the session had cost before the second round
 * @param wastedUsd what was spent since the first round; null where no cost is reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Loop(
        long from,
        long to,
        long period,
        long rounds,
        List<String> tools,
        @JsonIgnore long spentBefore,
        BigDecimal wastedUsd) {
    Loop at(long step, BigDecimal wasted) {
        return new Loop(from, step, period, rounds, tools, spentBefore, wasted);
    }

    Loop round(long complete) {
        return new Loop(from, to, period, Math.max(rounds, complete), tools, spentBefore, wastedUsd);
    }
}

package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ripcord.pattern.Action;

/**
 * What a definition alone would have done.
 *
 * @param hash null, like version and action, where only the old definitions have the id
 * @param signals in all sessions
 * @param sessions that it gave a signal in
 * @param halts that it would have made; none where its action stops nobody
 * @param changes against the old definition of the id; null where there are no old ones
 */
public record PatternFigures(
        String id,
        String hash,
        Integer version,
        Action action,
        long signals,
        long sessions,
        @JsonUnwrapped HaltFigures halts,
        ChangeCounts changes) {}

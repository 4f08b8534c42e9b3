package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What the new definitions change against the old ones.
 *
 * @param unchanged definitions that are the same in both
 * @param toolsDiffer whether the two say different things of tools, so that an unchanged definition may find another
 *     thing
 * @param before what the old ones together would have done
 * @param counts of the changes
 * @param changes session by session
 */
public record Comparison(
        long unchanged,
        boolean toolsDiffer,
        HaltFigures before,
        @JsonUnwrapped ChangeCounts counts,
        List<Change> changes) {}

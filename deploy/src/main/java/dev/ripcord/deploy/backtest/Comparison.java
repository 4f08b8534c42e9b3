package dev.ripcord.deploy.backtest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What the new definitions change against the old ones.
 *
 * @param unchanged definitions that are the same in both
 * @param before what the old ones together would have done
 * @param counts of the changes
 * @param changes session by session
 */
public record Comparison(
        long unchanged, HaltFigures before, @JsonUnwrapped ChangeCounts counts, List<Change> changes) {}

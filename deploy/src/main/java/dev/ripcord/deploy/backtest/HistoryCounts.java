package dev.ripcord.deploy.backtest;

import java.math.BigDecimal;

/**
 * What history consists of.
 *
 * @param records events or not
 * @param events those that were judged
 * @param repeats events that repeat an earlier one of their session, and count for nothing
 * @param late events after their session's end, which were judged
 * @param dead records that are no event
 * @param firstDead place and reasons of the first of them; null where there is none
 * @param overflows partial matches that a limit dropped: a match may be missing
 * @param spentUsd dollars of all sessions together; null where no telemetry reports any
 */
public record HistoryCounts(
        long records,
        long events,
        long sessions,
        long repeats,
        long late,
        long dead,
        String firstDead,
        long overflows,
        BigDecimal spentUsd) {}

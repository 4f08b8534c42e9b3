package dev.ripcord.console.history;

/**
 * What of a timeline is wanted.
 *
 * @param from first step
 * @param limit how many entries at the most
 * @param payload whether with the events as they were written
 * @param facts whether with all facts after each event
 */
public record TimelineQuery(long from, int limit, boolean payload, boolean facts) {}

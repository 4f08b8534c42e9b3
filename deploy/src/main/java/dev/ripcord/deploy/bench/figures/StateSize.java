package dev.ripcord.deploy.bench.figures;

/**
 * What sessions take in state.
 *
 * @param sessions that were looked at
 * @param medianBytes of one
 * @param maxBytes of the largest
 */
public record StateSize(int sessions, long medianBytes, long maxBytes) {}

package dev.ripcord.console.replay.timeline;

/**
 * A jump in the producer's own count: what lies between is not in the log, or comes later.
 *
 * @param after number of the event before
 * @param found number of this one
 * @param missing how many numbers are left out; 0 where the count went back
 */
public record SequenceGap(long after, long found, long missing) {}

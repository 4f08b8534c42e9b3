package dev.ripcord.console.replay.reconstruct;

/**
 * How calls and answers came together.
 *
 * @param calls tool_invocations
 * @param answered those whose answer was found
 * @param byOrder those of them where the order alone told which answer belongs to them
 * @param unasked answers without a call
 */
public record CallCounts(long calls, long answered, long byOrder, long unasked) {}

package dev.ripcord.console.signals;

import dev.ripcord.console.stream.Frame;

/**
 * A signal as it goes to those who follow.
 *
 * @param tenant whose session it is about
 * @param time the broker's, milliseconds since the epoch
 */
record StoredSignal(int partition, long offset, String tenant, long time, Frame frame) {}

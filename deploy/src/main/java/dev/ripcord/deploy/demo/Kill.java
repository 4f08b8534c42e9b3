package dev.ripcord.deploy.demo;

import dev.ripcord.halt.Halt;
import dev.ripcord.signal.Signal;
import java.util.OptionalLong;

/**
 * A session's first halt, with the signal that it rests on.
 *
 * @param latencyNanos from handing the completing event to the producer until the signal was read; empty where the
 *     event was not sent from here
 * @param readAt when the halt was read, as {@link dev.ripcord.time.WallClock#nanoTime} counts
 */
record Kill(Signal signal, Halt halt, OptionalLong latencyNanos, long readAt) {}

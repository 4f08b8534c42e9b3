package dev.ripcord.deploy.drill;

import dev.ripcord.pattern.Mode;
import dev.ripcord.signal.Signal;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.Optional;

/** How far it got, where the agent went on and on: in a sentence, with what to do about it. */
final class NotStopped {
    private NotStopped() {}

    /** @param guard what the gateway called the guard at the beginning */
    static String verdict(Timeline timeline, Duration patience, String guard) {
        String within = " within " + Durations.format(patience);
        Optional<Signal> signal = timeline.signal();
        if (timeline.isDelivered()) {
            return "the halt reached the agent, and it went on";
        }
        if (signal.isEmpty() && guard.equals("stale")) {
            return "no signal" + within
                    + "; the gateway calls the guard stale: is GuardJob running, and does it keep up?";
        }
        if (signal.isEmpty()) {
            return "no signal" + within + "; if pattern " + DrillPattern.ID + " is not enforced, this does it: ripcord"
                    + " drill --bootstrap HOST:PORT";
        }
        if (signal.get().mode() == Mode.SHADOW) {
            return "a signal in shadow, which stops nobody; enforce the pattern: ripcord patterns activate "
                    + DrillPattern.ID + " --mode enforce";
        }
        return "a signal, and no halt reached the agent" + within
                + "; is the tenant or the pattern muted (ripcord halts), or were too many drilled at once?";
    }
}

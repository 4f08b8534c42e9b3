package dev.ripcord.console.replay.reconstruct;

import dev.ripcord.console.replay.timeline.StopStep;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;

/** Tells the events that are about the end of a session. */
final class Stops {
    private Stops() {}

    /** @return null where the event is not about the end */
    static StopStep of(Event event) {
        String reason = event.payload().text("reason").orElse(null);
        if (event.is(EventTypes.SESSION_END)) {
            return new StopStep(StopStep.Kind.SESSION_END, reason);
        }
        if (event.is(EventTypes.TERMINATION)) {
            return new StopStep(StopStep.Kind.TERMINATION, reason);
        }
        return event.is(EventTypes.POLICY_INTERVENTION)
                ? new StopStep(StopStep.Kind.POLICY_INTERVENTION, reason)
                : null;
    }
}

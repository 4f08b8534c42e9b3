package dev.ripcord.detection;

import dev.ripcord.event.Origin;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.topic.SessionKey;

/** What stands above a session, as its log tells it event by event. */
final class Lineage {
    private Lineage() {}

    /**
     * @param next says more where the log up to here does not; {@link Origin#NONE} for the log alone
     * @return the session at the top; the session itself where nothing is known to be above it
     */
    static String top(SessionKey session, SessionFold fold, Origin next) {
        return fold.rootSession()
                .or(next::rootSession)
                .or(fold::parentSession)
                .or(next::parentSession)
                .orElse(session.session());
    }
}

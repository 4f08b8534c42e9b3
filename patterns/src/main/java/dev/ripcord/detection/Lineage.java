package dev.ripcord.detection;

import dev.ripcord.fact.SessionFold;
import dev.ripcord.topic.SessionKey;
import java.util.Optional;

/** What stands above a session, as its log tells it event by event. */
final class Lineage {
    private Lineage() {}

    /**
     * @param nextRoot what the next event says, where the log up to here does not; null for nothing
     * @param nextParent likewise
     * @return the session at the top; the session itself where nothing is known to be above it
     */
    static String top(SessionKey session, SessionFold fold, String nextRoot, String nextParent) {
        return fold.rootSession()
                .or(() -> Optional.ofNullable(nextRoot))
                .or(fold::parentSession)
                .or(() -> Optional.ofNullable(nextParent))
                .orElse(session.session());
    }
}

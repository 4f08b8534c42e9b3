package dev.ripcord.console.history;

import dev.ripcord.topic.SessionKey;
import java.util.List;

/** Thrown where no event of a session is to be found; with what the sources had to say. */
public final class UnknownSession extends Exception {
    private final transient List<String> remarks;

    UnknownSession(SessionKey session, List<String> remarks) {
        super("there is no event of session '" + session.session() + "' of tenant '" + session.tenant() + "'");
        this.remarks = List.copyOf(remarks);
    }

    public List<String> remarks() {
        return remarks;
    }
}

package dev.ripcord.console.history;

import dev.ripcord.console.replay.SessionReplay;
import dev.ripcord.console.replay.reconstruct.SessionReport;
import dev.ripcord.console.replay.source.RecordSource;
import dev.ripcord.halt.HaltReader;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers questions about the past of sessions, each by replaying one from its beginning: the facts at a step rest on
 * all steps before it. Nothing is held but what is asked for, whatever the session's length.
 */
public final class SessionHistory {
    private final HistorySources sources;
    private final HaltReader reader;

    /** @param reader tells which halts and releases are believed */
    public SessionHistory(HistorySources sources, HaltReader reader) {
        this.sources = sources;
        this.reader = reader;
    }

    /** @return what the session came to */
    public SessionReport report(SessionKey session) throws IOException, InterruptedException, UnknownSession {
        try (RecordSource source = sources.open()) {
            return replay(source, session, (entry, record) -> true).report();
        }
    }

    public TimelinePage timeline(SessionKey session, TimelineQuery query)
            throws IOException, InterruptedException, UnknownSession {
        try (RecordSource source = sources.open()) {
            PageVisitor page = new PageVisitor(query);
            return page.page(replay(source, session, page).remarks());
        }
    }

    public OneEvent event(SessionKey session, long step) throws IOException, InterruptedException, UnknownSession {
        try (RecordSource source = sources.open()) {
            EventVisitor event = new EventVisitor(step);
            SessionReplay replay = replay(source, session, event);
            return new OneEvent(event.found(), replay.events(), replay.remarks());
        }
    }

    /** @param step the session's last is taken where it has fewer */
    public StateAt state(SessionKey session, long step) throws IOException, InterruptedException, UnknownSession {
        try (RecordSource source = sources.open()) {
            StateVisitor state = new StateVisitor(step);
            return state.state(replay(source, session, state).remarks());
        }
    }

    private SessionReplay replay(RecordSource source, SessionKey session, Visitor visitor)
            throws IOException, InterruptedException, UnknownSession {
        SessionReplay replay = SessionReplay.of(source, session, Optional.empty(), reader);
        try (LatestRecord records = new LatestRecord(source.open(Topic.EVENTS, session))) {
            replay.forEach(
                    records, entry -> visitor.visit(entry, records.latest().value()));
        }
        if (replay.events() == 0) {
            throw new UnknownSession(session, replay.remarks());
        }
        return replay;
    }
}

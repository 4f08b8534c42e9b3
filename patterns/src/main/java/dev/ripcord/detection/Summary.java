package dev.ripcord.detection;

import dev.ripcord.fact.Coverage;
import dev.ripcord.fact.SessionFold;
import dev.ripcord.signal.SessionSummary;
import java.util.Comparator;

/** How a session stands, from what is remembered of it. */
final class Summary {
    private Summary() {}

    static SessionSummary of(SessionState session) {
        SessionFold fold = session.fold();
        return new SessionSummary(
                SessionSummary.SCHEMA_VERSION,
                session.key().tenant(),
                session.key().session(),
                fold.parentSession().orElse(null),
                fold.rootSession().orElse(null),
                fold.agent(),
                fold.ended() ? SessionSummary.State.ENDED : SessionSummary.State.ACTIVE,
                fold.startedAt(),
                fold.time(),
                fold.position(),
                fold.steps(),
                fold.calls(),
                SignalComposer.dollars(fold.spendNanoDollars()),
                fold.tokens().isPresent() ? fold.tokens().getAsLong() : null,
                progress(session),
                session.latestSignal().orElse(null),
                coverage(fold.coverage()));
    }

    /** The definition whose partial match has taken most steps; of two, the one whose key comes first. */
    private static SessionSummary.Progress progress(SessionState session) {
        return session.progress().stream()
                .max(Comparator.comparingInt(Progress::furthest)
                        .thenComparing(Progress::definition, Comparator.reverseOrder()))
                .map(progress -> new SessionSummary.Progress(progress.definition(), progress.furthest()))
                .orElse(null);
    }

    private static SessionSummary.Coverage coverage(Coverage coverage) {
        return new SessionSummary.Coverage(
                coverage.grade().word(),
                coverage.gaps(),
                coverage.limited(),
                coverage.backward(),
                coverage.duplicates(),
                coverage.late());
    }
}

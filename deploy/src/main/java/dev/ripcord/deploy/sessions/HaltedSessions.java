package dev.ripcord.deploy.sessions;

import dev.ripcord.console.sessions.KnownSession;
import dev.ripcord.console.sessions.SessionList;
import dev.ripcord.console.sessions.SessionOrder;
import dev.ripcord.deploy.halts.Acknowledgements;
import dev.ripcord.deploy.halts.HaltLog;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import java.util.List;
import java.util.Optional;

/**
 * Tells of sessions which of them are halted and what they have said to it.
 *
 * @param now milliseconds since the epoch
 */
public record HaltedSessions(HaltLog halts, Acknowledgements answers, long now) {
    /**
     * @param halted only those that are
     * @param most at most so many
     */
    public List<SessionLine> listed(List<KnownSession> all, boolean halted, SessionOrder order, int most) {
        var wanted =
                all.stream().filter(one -> !halted || halt(one).isPresent()).toList();
        return SessionList.page(wanted, order, this::urgency, Optional.empty(), most).orElseThrow().sessions().stream()
                .map(this::line)
                .toList();
    }

    private int urgency(KnownSession session) {
        return halt(session)
                .map(halt -> SessionOrder.urgency(answer(halt, session).orElse(null)))
                .orElse(0);
    }

    private SessionLine line(KnownSession session) {
        var halt = halt(session);
        return new SessionLine(
                session.summary(),
                session.changedAt(),
                halt.orElse(null),
                halt.flatMap(one -> answer(one, session)).orElse(null));
    }

    private Optional<Status> answer(Halt halt, KnownSession session) {
        return answers.to(halt.haltId()).furthest(session.key());
    }

    private Optional<Halt> halt(KnownSession session) {
        return session.subject().scopes().stream()
                .flatMap(scope -> halts.standing(scope).inForce(now).stream())
                .findFirst();
    }
}

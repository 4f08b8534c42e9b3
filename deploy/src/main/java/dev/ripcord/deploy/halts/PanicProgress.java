package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.halts.ListedHalt.State;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Subject;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far everything has come to a stop: one row stands for all sessions then, and who says nothing is not in it.
 *
 * @param now milliseconds since the epoch
 */
public record PanicProgress(HaltLog log, Acknowledgements answers, long now) {
    /** A session that was silent for longer may have been over, or will ask before it goes on. */
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private static final String GLOBAL = new Scope(ScopeKind.GLOBAL, null, null).key();

    /**
     * @param listed the halts that are shown
     * @param tenant whose sessions are asked about; empty for all
     * @return a sentence for people; empty where everything is not halted
     */
    public Optional<String> of(List<ListedHalt> listed, Optional<String> tenant, KafkaAddress kafka)
            throws InterruptedException {
        var panic = listed.stream()
                .filter(halt -> halt.scope().equals(GLOBAL) && halt.state() == State.HALTED)
                .findFirst();
        if (panic.isEmpty()) {
            return Optional.empty();
        }
        var seen = SeenSessions.since(panic.get().since() - BEFORE.toMillis(), kafka);
        var asked = seen.goingOn().stream()
                .filter(session ->
                        tenant.filter(one -> !one.equals(session.tenant())).isEmpty())
                .toList();
        var words = seen.missed()
                .map(why -> "how many have stopped is not known: " + why)
                .orElseGet(() -> sentence(asked));
        return Optional.of(GLOBAL + ": " + words);
    }

    private String sentence(List<Subject> sessions) {
        long stopped = sessions.stream().filter(this::hasStopped).count();
        return stopped + " of " + Count.of(sessions.size(), "session")
                + " that wrote in the minute before it, or since, said that they stopped";
    }

    /** An agent answers the halt that it sees, which may be a narrower one. */
    private boolean hasStopped(Subject session) {
        var key = new SessionKey(session.tenant(), session.session());
        return session.scopes().stream()
                .flatMap(scope -> log.standing(scope).inForce(now).stream())
                .anyMatch(halt -> answers.to(halt.haltId())
                        .furthest(key)
                        .filter(said -> said == Status.STOPPED)
                        .isPresent());
    }
}

package dev.ripcord.deploy.halts;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.topic.SessionKey;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the sessions that one halt stops have answered to it: each its furthest word. */
public final class HaltAnswers {
    static final HaltAnswers NONE = new HaltAnswers();

    private final Map<SessionKey, Map<Status, TimedAnswer>> answers = new LinkedHashMap<>();

    /** @return whether the session had not said so yet */
    boolean add(TimedAnswer answer) {
        Acknowledgement acknowledgement = answer.acknowledgement();
        return answers.computeIfAbsent(acknowledgement.session(), session -> new EnumMap<>(Status.class))
                        .putIfAbsent(acknowledgement.status(), answer)
                == null;
    }

    /** @return sessions whose furthest word it is */
    public long count(Status status) {
        return answers.values().stream()
                .filter(words -> furthest(words) == status)
                .count();
    }

    /** @return the furthest that the session has said; empty for nothing */
    public Optional<Status> furthest(SessionKey session) {
        return Optional.ofNullable(answers.get(session)).map(HaltAnswers::furthest);
    }

    /** Stopped is the end, whatever was said before; a refusal is more than having received. */
    private static Status furthest(Map<Status, TimedAnswer> words) {
        if (words.containsKey(Status.STOPPED)) {
            return Status.STOPPED;
        }
        return words.containsKey(Status.REFUSED) ? Status.REFUSED : Status.RECEIVED;
    }

    /**
     * @param since when the broker took the halt, milliseconds since the epoch
     * @return milliseconds until the last session that has stopped said so; empty where none has
     */
    public OptionalLong timeToStop(long since) {
        return answers.values().stream()
                .filter(words -> words.containsKey(Status.STOPPED))
                .mapToLong(words -> Math.max(0, words.get(Status.STOPPED).at() - since))
                .max();
    }

    public boolean isEmpty() {
        return answers.isEmpty();
    }
}

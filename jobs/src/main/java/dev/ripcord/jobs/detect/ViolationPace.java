package dev.ripcord.jobs.detect;

import dev.ripcord.signal.Violation;
import dev.ripcord.topic.SessionKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a halted session that goes on be told of at most once a second, by Kafka's time: the first violation of a halt
 * at once, then one that stands for all since. Where everything is halted and many do not obey, whoever decides would
 * otherwise have to take every event of theirs, and new halts would wait behind them.
 *
 * <p>In memory, and bounded. What is held is not counted where the subtask fails, where the session falls silent within
 * the second, or where so many others go on that this one is forgotten; its next violation is then a first one again.
 * The first is never held back.
 */
final class ViolationPace {
    private static final long APART_MILLIS = 1_000;
    static final int MOST_SESSIONS = 10_000;

    private final Map<Whose, Pending> pending = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Whose, Pending> eldest) {
            return size() > MOST_SESSIONS;
        }
    };

    private record Whose(String haltId, SessionKey session) {}

    /** @param held what is not told yet; null where nothing is */
    private record Pending(long toldAt, Violation held) {}

    /** @return what is to be told now */
    Optional<Violation> after(Violation violation) {
        Whose whose = new Whose(violation.haltId(), violation.session());
        Pending before = pending.get(whose);
        Violation all = before == null || before.held() == null ? violation : violation.after(before.held());
        // Another broker's clock may be behind: that holds nothing back until it has caught up.
        if (before != null && Math.abs(violation.kafkaTime() - before.toldAt()) < APART_MILLIS) {
            pending.put(whose, new Pending(before.toldAt(), all));
            return Optional.empty();
        }
        pending.put(whose, new Pending(violation.kafkaTime(), null));
        return Optional.of(all);
    }
}

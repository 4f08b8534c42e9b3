package dev.ripcord.console.webhook.notice;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.HaltBook;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.halt.Mute;
import dev.ripcord.halt.Release;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which causes have halts of the guard in force, from {@code ripcord.halts} read from its beginning: a cause is over
 * when the last of its halts was released or has expired. One thread.
 */
public final class HaltedCauses {
    private final HaltBook book = new HaltBook();

    /** By the scope's key. */
    private final Map<String, Halt> inForce = new HashMap<>();

    private final Map<Cause, Integer> counts = new HashMap<>();

    /**
     * @param changed whether the record said something new
     * @param over the causes that ended by it
     */
    public record Change(boolean changed, List<Resolution> over) {}

    /** @param now milliseconds since the epoch */
    public Change after(HaltRecord record, long now) {
        if (record instanceof Mute || !book.apply(record)) {
            return new Change(false, List.of());
        }
        Scope scope = record instanceof Halt halt ? halt.scope() : ((Release) record).scope();
        String text = record instanceof Release release ? said(release) : "another halt took its place";
        return new Change(true, again(scope, text, now).stream().toList());
    }

    /** The key is gone from the topic: after its retention, or by somebody's hand. */
    public List<Resolution> removed(String key, long now) {
        book.remove(key);
        int slash = key.lastIndexOf('/');
        Halt gone = slash < 0 ? null : inForce.get(key.substring(0, slash));
        return gone == null
                ? List.of()
                : again(gone.scope(), "its record was removed", now).stream().toList();
    }

    /** @return the causes whose last halt has expired by now */
    public List<Resolution> expired(long now) {
        List<Halt> ended =
                inForce.values().stream().filter(halt -> halt.hasExpired(now)).toList();
        List<Resolution> over = new ArrayList<>();
        ended.forEach(halt -> again(halt.scope(), "the pause of " + halt.scope().key() + " is over", now)
                .ifPresent(over::add));
        return over;
    }

    static String said(Release release) {
        return release.scope().key() + " was released by " + release.actor().name() + ": " + release.reason();
    }

    private Optional<Resolution> again(Scope scope, String text, long now) {
        Optional<Halt> after = guarded(book.standing(scope), now);
        Halt before = after.isPresent() ? inForce.put(scope.key(), after.get()) : inForce.remove(scope.key());
        after.ifPresent(halt -> counts.merge(cause(halt), 1, Integer::sum));
        if (before == null) {
            return Optional.empty();
        }
        Integer left = counts.computeIfPresent(cause(before), (cause, count) -> count == 1 ? null : count - 1);
        return left != null
                ? Optional.empty()
                : Optional.of(new Resolution(cause(before), before.pattern(), scope, text, now));
    }

    private static Cause cause(Halt halt) {
        return Cause.ofHalt(halt.pattern(), halt.scope());
    }

    private static Optional<Halt> guarded(Standing standing, long now) {
        return Optional.ofNullable(standing.guard())
                .filter(halt -> halt.pattern() != null)
                .filter(halt -> !halt.hasExpired(now) && !standing.isForgiven(halt.position()));
    }
}

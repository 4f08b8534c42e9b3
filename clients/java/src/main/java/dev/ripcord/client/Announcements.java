package dev.ripcord.client;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tells once of each halt, however often its record comes, and once of each scope that is not halted any more. */
final class Announcements {
    private final Consumer<Halt> begins;
    private final Consumer<Halt> ends;
    private final RecentIds announced = new RecentIds();
    private final Map<Scope, Halt> standing = new LinkedHashMap<>();

    /** @param ends is given the halt that was in force last */
    Announcements(Consumer<Halt> begins, Consumer<Halt> ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** @param inForce everything that stops the session now, what lasts longest first */
    synchronized void review(List<Halt> inForce) {
        Map<Scope, Halt> longest = new LinkedHashMap<>();
        for (Halt halt : inForce) {
            longest.putIfAbsent(halt.scope(), halt);
            if (announced.add(halt.haltId())) {
                begins.accept(halt);
            }
        }
        standing.putAll(longest);
        Set<Scope> ended = new HashSet<>(standing.keySet());
        ended.removeAll(longest.keySet());
        ended.forEach(scope -> ends.accept(standing.remove(scope)));
    }
}

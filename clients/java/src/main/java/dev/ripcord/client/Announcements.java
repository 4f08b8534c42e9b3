package dev.ripcord.client;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    /** @param inForce everything that stops the session now, one halt a scope */
    synchronized void review(List<Halt> inForce) {
        for (Halt halt : inForce) {
            standing.put(halt.scope(), halt);
            if (announced.add(halt.haltId())) {
                begins.accept(halt);
            }
        }
        Set<Scope> ended = new HashSet<>(standing.keySet());
        ended.removeAll(inForce.stream().map(Halt::scope).collect(Collectors.toSet()));
        ended.forEach(scope -> ends.accept(standing.remove(scope)));
    }
}

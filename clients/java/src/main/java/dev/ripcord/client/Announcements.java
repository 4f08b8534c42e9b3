package dev.ripcord.client;

import dev.ripcord.halt.Halt;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells of each halt once when it begins and once when it ends, however often records are repeated. */
final class Announcements {
    private final Consumer<Halt> begins;
    private final Consumer<Halt> ends;
    private final RecentIds announced = new RecentIds();
    private final Map<String, Halt> standing = new LinkedHashMap<>();

    Announcements(Consumer<Halt> begins, Consumer<Halt> ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** @param inForce everything that stops the session now */
    synchronized void review(List<Halt> inForce) {
        for (Halt halt : inForce) {
            if (announced.add(halt.haltId())) {
                standing.put(halt.haltId(), halt);
                begins.accept(halt);
            }
        }
        Set<String> ended = new HashSet<>(standing.keySet());
        ended.removeAll(inForce.stream().map(Halt::haltId).collect(Collectors.toSet()));
        ended.forEach(haltId -> ends.accept(standing.remove(haltId)));
    }
}

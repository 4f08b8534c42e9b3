package dev.ripcord.deploy.bench.traffic;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What an engine must have found after so many events of a log: the runaways that it has seen whole, and no other. */
public final class Expected {
    private Expected() {}

    /** @return numbers of the sessions whose runaway lies whole within the first events */
    public static Set<Long> runaways(Traffic traffic, long events) {
        return LongStream.range(0, events)
                .filter(event -> traffic.index(event) == traffic.length() - 1)
                .map(traffic::session)
                .filter(traffic::isRunaway)
                .boxed()
                .collect(Collectors.toSet());
    }

    /**
     * @param events that were judged, from the first
     * @param found numbers of the sessions in which something was found
     * @return how many had to be found
     * @throws WrongFindings where a runaway is missing or a healthy session was found
     */
    public static int check(Traffic traffic, long events, Set<Long> found) {
        var runaways = runaways(traffic, events);
        runaways.stream().filter(session -> !found.contains(session)).findAny().ifPresent(session -> {
            throw new WrongFindings(
                    "session " + session + " ran away (" + traffic.family(session) + ") and was not found");
        });
        found.stream()
                .filter(session -> traffic.family(session) == Family.HEALTHY)
                .findAny()
                .ifPresent(session -> {
                    throw new WrongFindings("session " + session + " is healthy and was found");
                });
        return runaways.size();
    }
}

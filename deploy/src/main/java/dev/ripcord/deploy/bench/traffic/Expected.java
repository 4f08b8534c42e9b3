package dev.ripcord.deploy.bench.traffic;

import java.util.Set;

/** What an engine must have found after so many events of a log: the runaways that it has seen whole, and no other. */
public final class Expected {
    private Expected() {}

    /**
     * @param events that were judged, from the first
     * @param found numbers of the sessions in which something was found
     * @throws WrongFindings where a runaway is missing or a healthy session was found
     */
    public static int check(Traffic traffic, long events, Set<Long> found) {
        int runaways = 0;
        for (long event = 0; event < events; event++) {
            long session = traffic.session(event);
            if (traffic.index(event) == traffic.length() - 1 && traffic.isRunaway(session)) {
                runaways++;
                if (!found.contains(session)) {
                    throw new WrongFindings("session " + session + " ran away ("
                            + traffic.family(session) + ") and was not found");
                }
            }
        }
        for (long session : found) {
            if (traffic.family(session) == Family.HEALTHY) {
                throw new WrongFindings("session " + session + " is healthy and was found");
            }
        }
        return runaways;
    }
}

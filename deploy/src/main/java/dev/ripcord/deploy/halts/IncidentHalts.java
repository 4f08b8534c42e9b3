package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whom the guard has halted for one cause. */
public final class IncidentHalts {
    private IncidentHalts() {}

    /**
     * @param beginning of the incident's id, as much of it as is unique
     * @param consequence what does not happen otherwise, such as "nothing was released"
     * @return the scopes that are halted for it; where none is any more, those that were, as far as is still there
     * @throws Refusal where there is no such incident, or more than one
     */
    public static List<Scope> of(String beginning, HaltLog log, long now, String consequence) {
        var halted = named(beginning, log.inForce(now));
        var ever = log.scopes().stream()
                .map(scope -> log.standing(scope).guard())
                .filter(Objects::nonNull)
                .toList();
        return only(beginning, halted.isEmpty() ? named(beginning, ever) : halted, consequence);
    }

    private static List<Halt> named(String beginning, List<Halt> halts) {
        return halts.stream()
                .filter(halt -> halt.incident() != null && halt.incident().startsWith(beginning))
                .toList();
    }

    private static List<Scope> only(String beginning, List<Halt> halts, String consequence) {
        var incidents = halts.stream().map(Halt::incident).collect(Collectors.toSet());
        if (incidents.size() == 1) {
            return halts.stream().map(Halt::scope).toList();
        }
        var reason = incidents.isEmpty()
                ? "nobody is halted for incident '" + beginning + "'; see ripcord halts"
                : "'" + beginning + "' begins the ids of " + incidents.size() + " incidents; give more of it";
        throw new Refusal(List.of(reason), consequence, incidents.isEmpty() ? ExitCode.FAILED : ExitCode.INVALID);
    }
}

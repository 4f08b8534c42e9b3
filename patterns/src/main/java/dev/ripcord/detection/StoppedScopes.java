package dev.ripcord.detection;

import dev.ripcord.halt.Scope;
import dev.ripcord.halt.Subject;
import java.util.HashMap;
import java.util.Map;

/**
 * The scopes that are stopped, and since when. Most events concern none of them, and find that out by their names
 * alone: that asks for no memory, where making the scopes of a session does.
 */
final class StoppedScopes {
    private static final String EVERYBODY = "";

    private final Map<Scope, Long> since = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    /** @param kafkaTime of the record that stopped it */
    void stop(Scope scope, long kafkaTime) {
        if (since.put(scope, kafkaTime) == null) {
            names.merge(name(scope), 1, Integer::sum);
        }
    }

    void start(Scope scope) {
        if (since.remove(scope) != null) {
            names.computeIfPresent(name(scope), (name, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String name(Scope scope) {
        return switch (scope.kind()) {
            case SESSION, LINEAGE, AGENT -> scope.id();
            case TENANT -> scope.tenant();
            case GLOBAL -> EVERYBODY;
        };
    }

    /** @return whether one of the subject's scopes may be stopped; where not, none is */
    boolean mayStop(Subject subject) {
        return names.containsKey(subject.session())
                || names.containsKey(subject.agent())
                || names.containsKey(subject.tenant())
                || names.containsKey(EVERYBODY)
                || subject.root() != null && names.containsKey(subject.root())
                || subject.parent() != null && names.containsKey(subject.parent());
    }

    /** @return whether it has been stopped since before the Kafka time */
    boolean isStopped(Scope scope, long kafkaTime) {
        Long stopped = since.get(scope);
        return stopped != null && stopped < kafkaTime;
    }

    int size() {
        return since.size();
    }
}

package dev.ripcord.console.webhook.template;

import dev.ripcord.console.webhook.notice.Incident;
import dev.ripcord.halt.Scope;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that somebody who was told of an incident is likely to want, ready to be pasted. */
final class Commands {
    private static final int MOST_SCOPES = 3;

    /** Half a command does something else than the whole one. */
    private static final int LONGEST = 1_000;

    private Commands() {}

    /** @return what lets go or stops the first few that it met, then how to see what happened; none once it is over */
    static List<String> of(Incident incident) {
        List<String> commands = new ArrayList<>();
        if (incident.isOver()) {
            return commands;
        }
        List<Incident.Affected> first =
                incident.affected().stream().limit(MOST_SCOPES).toList();
        first.forEach(affected -> decision(incident, affected.scope()).ifPresent(commands::add));
        first.stream()
                .filter(affected -> affected.session() != null)
                .findFirst()
                .ifPresent(affected -> commands.add(replay(incident, affected)));
        if (incident.scopes() > MOST_SCOPES) {
            commands.add("ripcord halts");
        }
        commands.removeIf(command -> command.length() > LONGEST);
        return commands;
    }

    static Optional<String> release(Incident incident, Scope scope) {
        return areStopped(incident) ? Optional.of(decided("release", scope)) : Optional.empty();
    }

    static String replay(Incident incident, Incident.Affected affected) {
        String tenant = incident.newest().map(notice -> notice.tenant()).orElse(SessionKey.DEFAULT_TENANT);
        return "ripcord replay "
                + ShellWord.of(Scope.session(new SessionKey(tenant, affected.session()))
                        .key());
    }

    private static Optional<String> decision(Incident incident, Scope scope) {
        return switch (incident.cause().what()) {
            case HALTS, OPERATOR, SYSTEM -> release(incident, scope);
            case HELD, LATE -> Optional.of(decided("halt", scope));
            case MUTED, WARNINGS, OBSERVED, SHADOW -> Optional.empty();
        };
    }

    private static String decided(String verb, Scope scope) {
        return "ripcord " + verb + " " + ShellWord.of(scope.key()) + " --reason '...'";
    }

    private static boolean areStopped(Incident incident) {
        return !incident.isOver()
                && switch (incident.cause().what()) {
                    case HALTS, OPERATOR -> true;
                    case SYSTEM -> incident.latest().action().stops();
                    case HELD, LATE, MUTED, WARNINGS, OBSERVED, SHADOW -> false;
                };
    }
}

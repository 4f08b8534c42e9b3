package dev.ripcord.deploy.halts;

import dev.ripcord.deploy.print.Printable;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.source.Suggestion;
import dev.ripcord.topic.SessionKey;
import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is halted and was never seen, for people. It may be meant: a halt waits for whoever comes. A slip is a stop that
 * stops nobody, and looks like one that does.
 *
 * @param seen where it holds nobody at all, no guard tells of sessions: then only what is almost {@code global} is odd
 */
public record UnseenScopes(SeenSessions seen, NextCommands next) {
    private static final Scope EVERYBODY = new Scope(ScopeKind.GLOBAL, null, null);

    /** @return what a person ought to know of the scopes that were halted; nothing where all were seen */
    public List<String> warnings(Collection<Scope> halted) {
        var unseen = halted.stream()
                .filter(scope ->
                        scope.kind() != ScopeKind.GLOBAL && !seen.scopes().contains(scope))
                .toList();
        List<String> lines = new ArrayList<>();
        for (var scope : unseen) {
            meant(scope)
                    .ifPresentOrElse(
                            near -> lines.addAll(slip(scope, near)),
                            () -> unknown(scope).ifPresent(lines::add));
        }
        if (!unseen.isEmpty() && seen.missed().isPresent()) {
            lines.add("warning: whether anybody of " + keys(unseen) + " has been seen is not known: "
                    + seen.missed().get());
        }
        return lines.stream().map(Printable::line).toList();
    }

    private Optional<Scope> meant(Scope scope) {
        boolean isWord = scope.kind() == ScopeKind.SESSION && scope.tenant().equals(SessionKey.DEFAULT_TENANT);
        var everybody = Optional.of(EVERYBODY)
                .filter(global -> isWord
                        && Suggestion.nearest(scope.id().toLowerCase(Locale.ROOT), List.of(global.key()))
                                .isPresent());
        if (seen.missed().isPresent()) {
            return everybody;
        }
        var near = NearScope.to(scope, seen.scopes());
        boolean isSameId = near.filter(one -> scope.id() != null && scope.id().equals(one.id()))
                .isPresent();
        return isSameId ? near : everybody.or(() -> near);
    }

    private List<String> slip(Scope scope, Scope near) {
        return List.of(
                unseen(scope) + "; did you mean " + near.key() + "?",
                "  to take it back: " + next.release(scope),
                "  to halt " + (near.equals(EVERYBODY) ? "everybody: " : "that one: ") + next.halt(near));
    }

    private Optional<String> unknown(Scope scope) {
        boolean isKnown = seen.missed().isEmpty() && !seen.scopes().isEmpty();
        return isKnown ? Optional.of(unseen(scope) + "; it is halted as soon as it comes") : Optional.empty();
    }

    private static String unseen(Scope scope) {
        return "warning: nobody of " + scope.key() + " has been seen, as far as " + Topic.SESSIONS.topicName()
                + " tells";
    }

    private static String keys(List<Scope> scopes) {
        return scopes.stream().map(Scope::key).collect(Collectors.joining(", "));
    }
}

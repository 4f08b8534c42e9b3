package dev.ripcord.deploy.halts;

import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.source.Suggestion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scope that was probably meant by one that nobody knows. Its parts are compared one by one: the words that all
 * scopes share would make short ids look alike.
 */
final class NearScope {
    private final Scope typed;
    private final List<Scope> known;

    private NearScope(Scope typed, Collection<Scope> known) {
        this.typed = typed;
        this.known = known.stream()
                .filter(scope -> !scope.equals(typed) && scope.kind() != ScopeKind.GLOBAL)
                .filter(scope -> (scope.id() == null) == (typed.id() == null))
                .toList();
    }

    /**
     * The same id elsewhere first: of another tenant, or an agent's where a session's was typed. Then a slip in the id,
     * at its own place before elsewhere.
     *
     * @return empty where nothing is near
     */
    static Optional<Scope> to(Scope typed, Collection<Scope> known) {
        return new NearScope(typed, known).nearest();
    }

    private Optional<Scope> nearest() {
        return switch (typed.kind()) {
            case GLOBAL -> Optional.empty();
            case TENANT ->
                Suggestion.nearest(typed.tenant(), each(Scope::tenant, known))
                        .map(tenant -> new Scope(ScopeKind.TENANT, tenant, null));
            case SESSION, LINEAGE, AGENT ->
                withId(typed.id())
                        .or(() ->
                                withIdNear(known.stream().filter(this::isBeside).toList()))
                        .or(() -> withIdNear(known));
        };
    }

    private boolean isBeside(Scope scope) {
        return scope.kind() == typed.kind() && scope.tenant().equals(typed.tenant());
    }

    private Optional<Scope> withIdNear(List<Scope> among) {
        return Suggestion.nearest(typed.id(), each(Scope::id, among)).flatMap(this::withId);
    }

    /** One of the kind that was typed before others, of the tenant that is nearest to the one that was typed. */
    private Optional<Scope> withId(String id) {
        var same = known.stream().filter(scope -> scope.id().equals(id)).toList();
        var kind = same.stream().filter(scope -> scope.kind() == typed.kind()).toList();
        var choice = kind.isEmpty() ? same : kind;
        var tenant = Suggestion.nearest(typed.tenant(), each(Scope::tenant, choice));
        return choice.stream()
                .filter(scope ->
                        tenant.filter(near -> !near.equals(scope.tenant())).isEmpty())
                .min(Comparator.comparing(Scope::key));
    }

    private static List<String> each(Function<Scope, String> part, List<Scope> scopes) {
        return scopes.stream().map(part).filter(Objects::nonNull).distinct().toList();
    }
}

package dev.ripcord.deploy.halts;

import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Scope;
import dev.ripcord.halt.ScopeKind;
import dev.ripcord.halt.Subject;
import java.util.List;
import java.util.stream.Stream;

/** Halts other than the one that was asked about. */
public final class OtherHalts {
    private OtherHalts() {}

    /** @return those that stop the scope as well, because they are wider; the widest last */
    public static List<Halt> around(Scope scope, HaltLog log, long now) {
        return wider(scope)
                .filter(one -> !one.equals(scope))
                .flatMap(one -> log.standing(one).inForce(now).stream())
                .toList();
    }

    private static Stream<Scope> wider(Scope scope) {
        return switch (scope.kind()) {
            case SESSION -> new Subject(scope.tenant(), scope.id(), null, null, null).scopes().stream();
            case LINEAGE, AGENT ->
                Stream.of(new Scope(ScopeKind.TENANT, scope.tenant(), null), new Scope(ScopeKind.GLOBAL, null, null));
            case TENANT -> Stream.of(new Scope(ScopeKind.GLOBAL, null, null));
            case GLOBAL -> Stream.empty();
        };
    }

    /** @return what was probably meant by a scope that is not halted; empty where nothing is near */
    public static String hint(Scope scope, HaltLog log, long now) {
        var halted = log.inForce(now).stream().map(Halt::scope).toList();
        return NearScope.to(scope, halted)
                .map(near -> "; did you mean " + near.key() + "?")
                .orElse("");
    }
}

package dev.ripcord.detection;

import dev.ripcord.condition.Parameters;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compiles a definition for every tenant that has a shape of its own, so that none fails when its first event comes. */
final class Compilable {
    private Compilable() {}

    /** @param base the activation's values, and the defaults for the others */
    static void check(BookedDefinition booked, Parameters base) throws Refusal {
        List<String> reasons = new ArrayList<>();
        for (String tenant : tenants(booked)) {
            EffectiveParameters parameters = new EffectiveParameters(booked.definition(), base, tenant);
            Compilation compilation = PatternCompiler.compile(booked.definition(), booked.clauses(), parameters);
            if (compilation instanceof Compilation.Refused refused) {
                reasons.addAll(refused.reasons());
            }
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons.stream().distinct().toList());
        }
    }

    private static Set<String> tenants(BookedDefinition booked) {
        Set<String> tenants = new TreeSet<>();
        tenants.add(SessionKey.DEFAULT_TENANT);
        booked.definition()
                .overrides()
                .forEach(override -> tenants.addAll(override.selector().tenants()));
        return tenants;
    }
}

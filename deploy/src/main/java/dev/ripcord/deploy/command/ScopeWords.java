package dev.ripcord.deploy.command;

import dev.ripcord.halt.Scope;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Scopes, as they are typed. Read here and not by picocli, which passes over what a list cannot hold. */
final class ScopeWords {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SCOPE",
            arity = "0..*",
            description = "Whom: SESSION, session/TENANT/SESSION, lineage/TENANT/ROOT, agent/TENANT/AGENT,"
                    + " tenant/TENANT or global.")
    private List<String> words = List.of();

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** @throws ParameterException where one is none, with all that are none */
    List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String word : words) {
            try {
                scopes.add(Scope.parse(word));
            } catch (IllegalArgumentException noScope) {
                problems.add(noScope.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
        return scopes;
    }
}

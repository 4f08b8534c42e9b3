package dev.ripcord.deploy.command;

import dev.ripcord.deploy.halts.HaltFilter;
import dev.ripcord.deploy.halts.HaltLog;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.halt.Scope;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which halts are asked about; all must hold. */
final class HaltFilterOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "Only what stops somebody of this tenant, what is global included.")
    private String tenant;

    @Option(
            names = "--pattern",
            paramLabel = "ID",
            converter = PatternIdText.class,
            description = "Only what this pattern halted, and its mute: ID, or pattern/ID.")
    private String pattern;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "Only this scope: SESSION, session/TENANT/SESSION, agent/TENANT/AGENT, ...")
    private String scope;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only what began since then: 10m, 2h, or 2026-01-01T08:00:00Z.")
    private String since;

    /** @throws ParameterException where the scope or the time is none */
    HaltFilter filter() {
        return new HaltFilter(
                Optional.ofNullable(tenant),
                Optional.ofNullable(pattern),
                Optional.ofNullable(scope).map(this::parsed),
                SinceWords.parse(since, spec));
    }

    /**
     * A slip in the pattern's id would list nothing, as if all were well.
     *
     * @param follow then it is only said: what is not published yet may be later
     * @param consequence what does not happen otherwise
     * @throws Refusal where no such pattern is published, and none has halted or is muted
     */
    void requireKnown(HaltFilter filter, HaltLog log, KafkaAddress address, boolean follow, String consequence)
            throws InterruptedException {
        var unknown = filter.pattern().filter(id -> !log.names(id));
        if (unknown.isEmpty()) {
            return;
        }
        var slip = PatternLog.readIfPossible(address, consequence, this::warn)
                .flatMap(published -> published.slip(unknown.get()));
        if (slip.isPresent() && !follow) {
            throw new Refusal(List.of(slip.get()), consequence, ExitCode.INVALID);
        }
        slip.ifPresent(reason -> warn("warning: " + reason));
    }

    private void warn(String line) {
        spec.commandLine().getErr().println(line);
    }

    private Scope parsed(String text) {
        try {
            return Scope.parse(text);
        } catch (IllegalArgumentException noScope) {
            throw new ParameterException(spec.commandLine(), "--scope: " + noScope.getMessage());
        }
    }
}

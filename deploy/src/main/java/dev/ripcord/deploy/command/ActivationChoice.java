package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.patterns.ActivationRequest;
import dev.ripcord.deploy.patterns.NewDefinitions;
import dev.ripcord.deploy.patterns.StandingPatterns;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.pattern.Mode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What {@code ripcord patterns activate} puts in force, and how. */
final class ActivationChoice {
    static final String NOTHING = "nothing was activated";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID[@HASH]",
            arity = "0..*",
            converter = PatternIdText.class,
            description = "ID, or pattern/ID; without a hash the latest version that is published.")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = "--all",
            description = "In shadow, every published pattern that nobody has put in force or taken out of it yet. What"
                    + " is said of tools has no shadow, and is named.")
    private boolean all;

    @Option(
            names = "--mode",
            description =
                    "shadow: signals, and nobody is stopped; enforce: halts (default: shadow). Tools have no mode.")
    private Mode mode;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Another value than the default, of one definition; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--again", description = "Write it although it is in force already: the guard judges it again.")
    private boolean again;

    /** Before Kafka is asked: whether the options go together. */
    void check() {
        if (patterns.isEmpty() && !all) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'ID[@HASH]', once or more; or --all");
        }
        var reasons = all ? reasonsAgainstAll() : reasonsAgainstSeveral();
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons, NOTHING, ExitCode.INVALID);
        }
    }

    private List<String> reasonsAgainstAll() {
        var reasons = new ArrayList<String>();
        if (!patterns.isEmpty()) {
            reasons.add("--all is for whatever is not in force yet; name what is meant, or say --all, not both");
        }
        if (mode == Mode.ENFORCE) {
            reasons.add("--all puts in shadow only: what is to halt is enforced by name, once its report is right"
                    + " (ripcord patterns report ID, then ripcord patterns promote ID)");
        }
        if (!parameters.isEmpty()) {
            reasons.add("--param is for one definition; with --all each keeps its defaults");
        }
        if (again) {
            reasons.add("--again is for what is in force already, and --all for what is not");
        }
        return reasons;
    }

    private List<String> reasonsAgainstSeveral() {
        return parameters.isEmpty() || named().size() == 1
                ? List.of()
                : List.of("--param is for one definition, and " + named().size()
                        + " are named; give each its parameters by itself");
    }

    private List<String> named() {
        return patterns.stream().distinct().toList();
    }

    boolean again() {
        return again;
    }

    /** @return what to ask for; none where all that is published is in force: then it has been said */
    List<ActivationRequest> requests(StandingPatterns stands, Authorship author) {
        return (all ? unused(stands) : named())
                .stream()
                        .map(pattern -> new ActivationRequest(
                                pattern, all ? Mode.SHADOW : mode, parameters, author.actor(), author.reason()))
                        .toList();
    }

    private List<String> unused(StandingPatterns stands) {
        var found = NewDefinitions.of(stands, NOTHING);
        var err = spec.commandLine().getErr();
        found.skipped().stream().map(Printable::line).forEach(err::println);
        tellInForce(found.inForce(), err);
        if (found.keys().isEmpty()) {
            err.println("no other pattern is published; " + NOTHING);
        }
        return found.keys();
    }

    private static void tellInForce(List<String> ids, PrintWriter err) {
        if (!ids.isEmpty()) {
            err.println((ids.size() == 1
                            ? "1 is in force already and stays as it is: "
                            : ids.size() + " are in force already and stay as they are: ")
                    + String.join(", ", ids));
        }
    }
}

package dev.ripcord.deploy.command;

import dev.ripcord.deploy.outcome.AllOrNothing;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** Which patterns, of those that are in force or were, a command changes: all or none. */
final class PatternIds {
    @Parameters(
            paramLabel = "ID",
            arity = "1..*",
            converter = PatternIdText.class,
            description = "Which ones: ID, or pattern/ID.")
    private List<String> ids;

    /**
     * @return the answer for each, in the order in which they were named
     * @throws dev.ripcord.deploy.outcome.Refusal where one is refused, with all reasons of all
     */
    <R> List<R> each(String consequence, Function<String, R> answer) {
        return AllOrNothing.of(ids.stream().distinct().toList(), consequence, answer);
    }
}

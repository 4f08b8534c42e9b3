package dev.ripcord.deploy.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Asks the same of several things: where one is refused all are, with the reasons of each. */
public final class AllOrNothing {
    private AllOrNothing() {}

    /**
     * @param consequence what did not happen where one is refused, such as "nothing was activated"
     * @return the answers, in the order of what was asked
     * @throws Refusal with each reason once; its exit code is the highest of all
     */
    public static <T, R> List<R> of(Collection<T> asked, String consequence, Function<T, R> answer) {
        var answers = new ArrayList<R>();
        var refusals = new ArrayList<Refusal>();
        for (var one : asked) {
            try {
                answers.add(answer.apply(one));
            } catch (Refusal refused) {
                refusals.add(refused);
            }
        }
        if (!refusals.isEmpty()) {
            throw together(refusals, consequence);
        }
        return answers;
    }

    private static Refusal together(List<Refusal> refusals, String consequence) {
        var reasons = refusals.stream()
                .flatMap(refused -> refused.reasons().stream())
                .distinct()
                .toList();
        int exitCode = refusals.stream().mapToInt(Refusal::exitCode).max().orElse(ExitCode.FAILED);
        return new Refusal(reasons, consequence, exitCode);
    }
}

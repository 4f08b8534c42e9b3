package dev.ripcord.pattern;

import dev.ripcord.condition.Parameters;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many steps a sequence asks for under given parameters, and how long it waits for each. */
final class SequenceExtent {
    /** Each is a state of the compiled sequence, held once per definition and tenant. */
    static final int MOST_STEPS = 2000;

    private SequenceExtent() {}

    /** @return what is wrong with the sequence under these parameters, whatever the place */
    static List<String> problems(Definition definition, Parameters parameters) {
        List<String> problems = new ArrayList<>();
        addProblems(definition, definition.sequence(), parameters, problems);
        tooMany(definition.sequence(), parameters).ifPresent(problems::add);
        return problems;
    }

    /** @return what is wrong for one tenant and not in general, because of its overrides */
    static List<String> problemsOf(String tenant, Definition definition, Parameters base) {
        List<String> general = problems(definition, base);
        return problems(definition, definition.forStep(base, tenant, null, null, false)).stream()
                .filter(problem -> !general.contains(problem))
                .map(problem -> "for tenant " + tenant + ", " + problem)
                .toList();
    }

    /** @return {@code element stuck: times is 5..3; ...} where the lower bound is above the upper one */
    static Optional<String> range(Element element, Parameters parameters) {
        int from = element.times().from().resolve(parameters);
        return element.times()
                .to()
                .map(to -> to.resolve(parameters))
                .filter(to -> to < from)
                .map(to -> "element " + element.name() + ": times is " + from + ".." + to
                        + "; the first number must not be above the second");
    }

    /** @return {@code element stuck: within is 1h; ...} where the bound is none beside that of the sequence */
    static Optional<String> tooLong(Definition definition, Element element, Parameters parameters) {
        Optional<Duration> overall = definition.within().map(within -> within.resolve(parameters));
        return element.within()
                .map(within -> within.resolve(parameters))
                .filter(step ->
                        overall.filter(whole -> whole.compareTo(step) < 0).isPresent())
                .map(step -> "element " + element.name() + ": within is " + Durations.format(step)
                        + "; it must not be longer than that of the sequence, which is "
                        + Durations.format(overall.orElseThrow()));
    }

    static Optional<String> tooMany(List<Element> sequence, Parameters parameters) {
        long steps = steps(sequence, parameters);
        return steps <= MOST_STEPS
                ? Optional.empty()
                : Optional.of("the sequence asks for " + steps + " steps; the most is " + MOST_STEPS);
    }

    /** @return whether the sequence can ever take more than one step: a partial match is then kept in between */
    static boolean isLonger(List<Element> sequence) {
        List<Element> taken =
                sequence.stream().filter(element -> !element.negated()).toList();
        return taken.size() != 1
                || !isOnce(taken.get(0).times())
                || isLongerWithin(taken.get(0).group());
    }

    static boolean isOnce(Times times) {
        return times.from().equals(Argument.of(1)) && times.to().equals(Optional.of(Argument.of(1)));
    }

    private static boolean isLongerWithin(List<Element> group) {
        return !group.isEmpty() && isLonger(group);
    }

    private static void addProblems(
            Definition definition, List<Element> elements, Parameters parameters, List<String> problems) {
        for (Element element : elements) {
            range(element, parameters).ifPresent(problems::add);
            tooLong(definition, element, parameters).ifPresent(problems::add);
            addProblems(definition, element.group(), parameters, problems);
        }
    }

    /** Saturates: four nested groups of a thousand are more than a long holds. */
    private static long steps(List<Element> elements, Parameters parameters) {
        long sum = 0;
        for (Element element : elements) {
            long most = Math.max(
                    element.times().from().resolve(parameters),
                    element.times().to().map(to -> to.resolve(parameters)).orElse(1));
            sum += most * (element.isGroup() ? steps(element.group(), parameters) : 1);
            sum = Math.min(sum, Integer.MAX_VALUE);
        }
        return sum;
    }
}

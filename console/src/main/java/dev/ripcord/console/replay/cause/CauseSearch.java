package dev.ripcord.console.replay.cause;

import dev.ripcord.console.replay.cause.LikelyCause.Evidence;
import dev.ripcord.console.replay.cause.LikelyCause.Kind;
import dev.ripcord.fact.FactValues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the likely cause of a runaway, step by step.
 *
 * <p>A rule counts where it held within the {@value #NEAR} steps up to the decisive step; of these the one that stands
 * first among {@link CauseRule} is named, and the kinds of the others beside it.
 */
public final class CauseSearch {
    private static final int NEAR = 20;

    private final Map<CauseRule, Held> held = new EnumMap<>(CauseRule.class);
    private Map<CauseRule, Held> decisive;
    private long latestStep;
    private long decisiveStep;
    private boolean stopped;

    /** When a rule held last, and its value then: within a row that is also its largest. */
    private record Held(long step, long value) {}

    public void after(long step, FactValues facts) {
        latestStep = step;
        for (CauseRule rule : CauseRule.values()) {
            long value = rule.at(facts);
            if (value > 0) {
                held.put(rule, new Held(step, value));
            }
        }
    }

    /** The latest step completed a signal. @param stops whether it asks for a stop: then it decides, whatever came before */
    public void signalled(boolean stops) {
        if (decisive == null || stops && !stopped) {
            decisive = new EnumMap<>(held);
            decisiveStep = latestStep;
            stopped = stops;
        }
    }

    /** @return empty where no rule speaks for any cause */
    public Optional<LikelyCause> found() {
        Map<CauseRule, Held> all = decisive == null ? held : decisive;
        long at = decisive == null ? latestStep : decisiveStep;
        List<CauseRule> near = new ArrayList<>();
        all.forEach((rule, last) -> {
            if (at - last.step() < NEAR) {
                near.add(rule);
            }
        });
        return near.isEmpty() ? Optional.empty() : Optional.of(cause(near, all, at));
    }

    private static LikelyCause cause(List<CauseRule> near, Map<CauseRule, Held> all, long at) {
        CauseRule first = near.get(0);
        List<Evidence> evidence = near.stream()
                .filter(rule -> rule.kind() == first.kind())
                .map(rule -> new Evidence(
                        all.get(rule).step(),
                        rule.fact().factName(),
                        rule.shown(all.get(rule).value())))
                .toList();
        Set<Kind> others = EnumSet.noneOf(Kind.class);
        near.stream().map(CauseRule::kind).filter(kind -> kind != first.kind()).forEach(others::add);
        return new LikelyCause(first.kind(), first.sentence(all.get(first).value()), at, evidence, List.copyOf(others));
    }
}

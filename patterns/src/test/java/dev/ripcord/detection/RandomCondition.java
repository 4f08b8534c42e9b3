package dev.ripcord.detection;

import dev.ripcord.fact.Step;
import java.util.List;
import java.util.Random;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** A condition on the step's type, and sometimes on the steps that an earlier element has matched. */
final class RandomCondition extends IterativeCondition<Step> {
    private final String types;
    private final String earlier;
    private final boolean counts;

    private RandomCondition(String types, String earlier, boolean counts) {
        this.types = types;
        this.earlier = earlier;
        this.counts = counts;
    }

    /** @param elements named before; may be empty */
    static RandomCondition draw(Random random, List<String> elements) {
        StringBuilder types = new StringBuilder();
        for (String type : RandomSteps.TYPES) {
            types.append(random.nextInt(100) < 40 ? type : "");
        }
        boolean iterative = !elements.isEmpty() && random.nextInt(3) == 0;
        return new RandomCondition(
                types.isEmpty() ? RandomSteps.TYPES[0] : types.toString(),
                iterative ? elements.get(random.nextInt(elements.size())) : null,
                random.nextBoolean());
    }

    @Override
    public boolean filter(Step step, Context<Step> context) throws Exception {
        return types.contains(step.event().type()) && (earlier == null || holdsWithEarlier(step, context));
    }

    private boolean holdsWithEarlier(Step step, Context<Step> context) throws Exception {
        int number = 0;
        Step latest = null;
        for (Step matched : context.getEventsForPattern(earlier)) {
            number++;
            latest = matched;
        }
        return counts
                ? number % 3 != 2
                : latest == null || !latest.event().tool().equals(step.event().tool());
    }

    @Override
    public String toString() {
        return "type in " + types
                + (earlier == null ? "" : counts ? " and count(" + earlier + ") % 3 != 2" : " and tool != " + earlier);
    }
}

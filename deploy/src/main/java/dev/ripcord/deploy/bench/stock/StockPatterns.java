package dev.ripcord.deploy.bench.stock;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** The three families as Flink's documentation writes such patterns. */
final class StockPatterns {
    private static final Duration CALLS_WITHIN = Duration.ofMinutes(10);
    private static final Duration SPIKE_WITHIN = Duration.ofMinutes(1);
    private static final long DEAR = 500_000_000L;

    private StockPatterns() {}

    static List<Pattern<AgentStep, ?>> all() {
        return List.of(identicalCall(), stateLoop(), costSpike());
    }

    /** Five identical calls within ten minutes; other steps may lie between. */
    private static Pattern<AgentStep, ?> identicalCall() {
        return begin("first")
                .where(SimpleCondition.of(AgentStep::isCall))
                .followedBy("again")
                .where(new SameAs("first", AgentStep::call))
                .times(4)
                .within(CALLS_WITHIN);
    }

    /** Two states in turn, three times; the two may be one. */
    private static Pattern<AgentStep, ?> stateLoop() {
        return begin("one")
                .where(SimpleCondition.of(AgentStep::hasState))
                .followedBy("other")
                .where(SimpleCondition.of(AgentStep::hasState))
                .followedBy("one again")
                .where(new SameAs("one", AgentStep::state))
                .followedBy("other again")
                .where(new SameAs("other", AgentStep::state))
                .followedBy("one a third time")
                .where(new SameAs("one", AgentStep::state))
                .followedBy("other a third time")
                .where(new SameAs("other", AgentStep::state))
                .within(CALLS_WITHIN);
    }

    /** Three dear steps within a minute. */
    private static Pattern<AgentStep, ?> costSpike() {
        return begin("dear")
                .where(SimpleCondition.of(step -> step.nanoDollars() >= DEAR))
                .times(3)
                .within(SPIKE_WITHIN);
    }

    /** With the other strategies a match is held back while an earlier beginning is alive. */
    private static Pattern<AgentStep, AgentStep> begin(String name) {
        return Pattern.begin(name, AfterMatchSkipStrategy.noSkip());
    }

    /** Whether a step's fingerprint is there and equal to that of an earlier step of the match. */
    private static final class SameAs extends IterativeCondition<AgentStep> {
        private static final long serialVersionUID = 1L;

        private final String earlier;
        private final Fingerprint fingerprint;

        private SameAs(String earlier, Fingerprint fingerprint) {
            this.earlier = earlier;
            this.fingerprint = fingerprint;
        }

        @Override
        public boolean filter(AgentStep step, Context<AgentStep> match) throws Exception {
            long own = fingerprint.of(step);
            return own != 0
                    && own
                            == fingerprint.of(match.getEventsForPattern(earlier)
                                    .iterator()
                                    .next());
        }
    }

    private interface Fingerprint extends Serializable {
        long of(AgentStep step);
    }
}

package dev.ripcord.detection;

import dev.ripcord.condition.MatchedSteps;
import dev.ripcord.fact.Step;
import java.util.Optional;

/** What a partial match has taken so far, as conditions and {@code same} read it. */
interface Matched extends MatchedSteps {
    Matched NOTHING = new Matched() {
        @Override
        public Optional<Step> latest(String element) {
            return Optional.empty();
        }

        @Override
        public Step previous() {
            return null;
        }
    };

    /** @return the step taken last, whatever element it matched; null before the first */
    Step previous();
}

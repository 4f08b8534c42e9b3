package dev.ripcord.condition;

import dev.ripcord.fact.Step;

/** What a compiled text is asked about just now. One per compiled text, and so used by one thread at a time. */
final class Evaluation {
    private Step step;
    private MatchedSteps earlier = MatchedSteps.NONE;
    private Parameters parameters = Parameters.NONE;
    private PayloadBudget budget;

    void begin(Step asked, MatchedSteps matched, Parameters given) {
        step = asked;
        earlier = matched;
        parameters = given;
        budget = null;
    }

    /** Lets the step go: its payload may be megabytes. */
    void end() {
        begin(null, MatchedSteps.NONE, Parameters.NONE);
    }

    Step step() {
        return step;
    }

    /** @return the latest step that the element matched; null where it matched none */
    Step latest(String element) {
        return earlier.latest(element).orElse(null);
    }

    Parameters parameters() {
        return parameters;
    }

    PayloadObject payload() {
        if (budget == null) {
            budget = new PayloadBudget();
        }
        return new PayloadObject(step.payload().node(), budget);
    }
}

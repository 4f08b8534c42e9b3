package dev.ripcord.fact;

/** Which call, outcome, error, state, decision or message a step is of, so that a sequence can ask for the same. */
final class IdentityFacts {
    private IdentityFacts() {}

    static void tell(StepInput in, FactValues out) {
        tell(out, Fact.CALL_ID, in.callId());
        tell(out, Fact.OUTCOME_ID, in.outcome().showsResult() ? in.outcome().fingerprint() : CanonicalHash.NONE);
        tell(out, Fact.ERROR_ID, in.outcome().error());
        tell(out, Fact.STATE_ID, in.state());
        tell(out, Fact.DECISION_ID, in.decision().fingerprint());
        tell(out, Fact.MESSAGE_ID, in.message().fingerprint());
    }

    private static void tell(FactValues out, Fact fact, long fingerprint) {
        if (fingerprint != CanonicalHash.NONE) {
            out.set(fact, fingerprint);
        }
    }
}

package dev.ripcord.detection;

import dev.ripcord.condition.MatchedSteps;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;

/**
 * A definition in force for a tenant, ready to judge with.
 *
 * @param parameters as they count for the tenant
 */
record ActivePattern(
        Definition definition,
        Activation activation,
        Clauses clauses,
        EffectiveParameters parameters,
        CompiledPattern compiled) {

    String key() {
        return definition.key();
    }

    /** @return whether the definition applies to the step and sees it; a step that it does not see is none to it */
    boolean sees(SessionKey session, Step step) {
        return definition
                        .appliesTo()
                        .selects(
                                session.tenant(),
                                step.event().agent(),
                                step.event().tool())
                && (clauses.sees().isEmpty()
                        || clauses.sees().get().holds(step, MatchedSteps.NONE, parameters.at(step)));
    }

    /** @return how long after a signal there is no other */
    Duration rearm(Step step) {
        return definition.rearm().resolve(parameters.at(step));
    }
}

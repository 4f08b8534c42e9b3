package dev.ripcord.detection;

import dev.ripcord.condition.Condition;
import dev.ripcord.condition.Hurdle;
import dev.ripcord.condition.MatchedSteps;
import dev.ripcord.fact.Step;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Definition;
import dev.ripcord.topic.SessionKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A definition in force for some tenants, ready to judge with.
 *
 * @param parameters as they count for each of them
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

    /** @return what a step must pass to begin a match */
    Hurdle hurdle() {
        return clauses.sees()
                .map(sees -> compiled.hurdle().and(sees.hurdle(parameters.settings())))
                .orElse(compiled.hurdle());
    }

    /** @return the event types that it has a word on: it has the same to say of all others */
    Set<String> namedTypes() {
        Set<String> types = new HashSet<>(compiled.concerns().named().keySet());
        seenTypes().ifPresent(types::addAll);
        return types;
    }

    /** @return what steps of the type can mean to it */
    Concern concern(String type) {
        return seenTypes().filter(seen -> !seen.contains(type)).isPresent()
                ? Concern.NONE
                : compiled.concerns().of(type);
    }

    /** @return what steps can mean to it whose type it has no word on */
    Concern concernOfOthers() {
        return seenTypes().isPresent() ? Concern.NONE : compiled.concerns().others();
    }

    private Optional<Set<String>> seenTypes() {
        return clauses.sees().flatMap(Condition::eventTypes);
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

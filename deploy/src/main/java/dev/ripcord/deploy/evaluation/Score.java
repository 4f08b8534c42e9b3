package dev.ripcord.deploy.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How good a rule is at telling sessions that should be stopped from the others. A share of nothing is null.
 *
 * @param sessions whose label is known
 * @param fired how many of them the rule stops
 * @param precision share of the stopped that should be
 * @param recall share of those that should be stopped that are
 * @param f1 the harmonic mean of the two
 * @param falseHalts share stopped of the sessions that went well and are not labelled to be stopped
 * @param saved share of the tool calls of the sessions to be stopped that come after the rule stopped them
 * @param steps share of the calls that are marked as repetitions, of whichever session, that the rule stopped at or before
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Score(
        int sessions,
        int fired,
        Double precision,
        Double recall,
        Double f1,
        Double falseHalts,
        Double saved,
        Double steps) {}

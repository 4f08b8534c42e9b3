package dev.ripcord.condition;

/**
 * Why a clause can hold for no step.
 *
 * @param error in the clause, with what its parameters would have to be
 * @param isBeyondReach whether a fact is asked to be what it can never be, which turns the clause off; otherwise
 *     comparisons exclude each other, which nobody can mean
 */
public record Contradiction(ConditionError error, boolean isBeyondReach) {}

package dev.ripcord.condition;

/**
 * Why a clause was refused.
 *
 * @param line from 1, within the clause
 * @param column from 1
 * @param message what was found and what would be right
 */
public record ConditionError(int line, int column, String message) {}

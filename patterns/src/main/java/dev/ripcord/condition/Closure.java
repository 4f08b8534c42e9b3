package dev.ripcord.condition;

/**
 * A clause, or a part of one, compiled from CEL's checked tree: CEL takes most of a microsecond for what this says in
 * some nanoseconds. What it is not sure of, CEL decides.
 */
@FunctionalInterface
interface Closure {
    Closure UNSURE = () -> Truth.UNSURE;

    Truth truth();
}

package dev.ripcord.condition;

/**
 * A clause, or a part of one, compiled from CEL's checked tree: CEL takes most of a microsecond for what this says in
 * some nanoseconds. What it is not sure of, CEL decides.
 */
@FunctionalInterface
interface Closure {
    Closure UNSURE = () -> Truth.UNSURE;

    Truth truth();

    /**
     * @return what must be so wherever it is true, with the parameters of the moment; whatever these are, the same
     *     facts at the same places
     */
    default Hurdle hurdle() {
        return Hurdle.NONE;
    }
}

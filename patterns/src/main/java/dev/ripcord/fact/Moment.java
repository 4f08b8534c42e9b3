package dev.ripcord.fact;

/**
 * When a step comes.
 *
 * @param time session clock, milliseconds since the epoch
 * @param idle milliseconds since the step before; -1 where there is none
 * @param ended whether the session's end came before
 * @param mayRepeat whether so many events came before that it may be one of them again without being known as a repeat
 */
record Moment(long time, long idle, boolean ended, boolean mayRepeat) {}

package dev.ripcord.console.history;

/** Thrown where a replay is not run, or not to its end, since the server has other things to do. */
public final class TooMuch extends Exception {
    TooMuch(String why) {
        super(why);
    }
}

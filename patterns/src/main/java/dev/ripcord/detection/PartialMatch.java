package dev.ripcord.detection;

/**
 * Where one attempt at a match stands, as it is written and read.
 *
 * @param state name of the compiled state that waits for the next step
 * @param taken what it has taken so far; null for the start, which stays and from which all others come
 */
record PartialMatch(String state, TakenStep taken) {
    static PartialMatch start(String state) {
        return new PartialMatch(state, null);
    }

    boolean isStart() {
        return taken == null;
    }

    int count() {
        return taken == null ? 0 : taken.count();
    }
}

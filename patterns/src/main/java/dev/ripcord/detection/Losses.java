package dev.ripcord.detection;

import java.util.Map;
import java.util.TreeMap;

/** The partial matches that one event made too many, by the places of their patterns. Mostly none. */
final class Losses {
    private final Map<Integer, Loss> byPlace = new TreeMap<>();

    void add(int place, PartialMatches.Outcome outcome) {
        if (outcome.tooLong() > 0 || outcome.tooMany() > 0) {
            byPlace.put(place, new Loss(outcome.tooLong(), outcome.tooMany(), 0));
        }
    }

    void addTooLarge(int place, int partialMatches) {
        Loss known = byPlace.getOrDefault(place, Loss.NONE);
        byPlace.put(place, new Loss(known.tooLong(), known.tooMany(), partialMatches));
    }

    boolean isEmpty() {
        return byPlace.isEmpty();
    }

    int partialMatches() {
        int partialMatches = 0;
        if (!byPlace.isEmpty()) {
            for (Loss loss : byPlace.values()) {
                partialMatches += loss.partialMatches();
            }
        }
        return partialMatches;
    }

    Map<Integer, Loss> byPlace() {
        return byPlace;
    }

    void clear() {
        if (!byPlace.isEmpty()) {
            byPlace.clear();
        }
    }
}

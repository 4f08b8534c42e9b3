package dev.ripcord.detection;

import java.util.List;

/**
 * How far a definition has come in a session: its partial matches, and the structure that the names of their states
 * belong to. As read from state it is names alone; bound to what is in force it goes on.
 */
final class Progress {
    private final String definition;
    private final String structure;
    private List<PartialMatch> asRead;
    private PartialMatches matches;
    private CompiledPattern pattern;
    private int place;

    private Progress(String definition, String structure) {
        this.definition = definition;
        this.structure = structure;
    }

    /** @param definition key of the definition */
    static Progress read(String definition, String structure, List<PartialMatch> matches) {
        Progress progress = new Progress(definition, structure);
        progress.asRead = matches;
        return progress;
    }

    /** @param place of the pattern among those in force */
    static Progress none(ActivePattern pattern, int place, HeldSteps held) {
        Progress progress = new Progress(pattern.key(), pattern.compiled().structure());
        progress.pattern = pattern.compiled();
        progress.matches = PartialMatches.of(pattern.compiled(), held);
        progress.place = place;
        return progress;
    }

    /** Goes on with what is in force now, which has the same structure. @return partial matches that have no state */
    int bind(ActivePattern inForce, int newPlace, HeldSteps held) {
        place = newPlace;
        if (pattern == inForce.compiled()) {
            return 0;
        }
        List<PartialMatch> before = matches();
        release(held);
        pattern = inForce.compiled();
        matches = PartialMatches.of(pattern, held);
        asRead = null;
        return matches.restore(before);
    }

    /** Lets go of all steps. */
    void release(HeldSteps held) {
        if (matches != null) {
            matches.release(held);
        }
    }

    String definition() {
        return definition;
    }

    String structure() {
        return structure;
    }

    /** @return of the pattern among those that it was bound to */
    int place() {
        return place;
    }

    /** @return null until it was bound */
    PartialMatches bound() {
        return matches;
    }

    /** @return in the order in which they are written */
    List<PartialMatch> matches() {
        return matches == null ? asRead : matches.matches();
    }

    /** @return how many have begun */
    int begun() {
        return matches == null
                ? (int) asRead.stream().filter(match -> !match.isStart()).count()
                : matches.begun();
    }

    /** @return steps that the furthest of them has taken */
    int furthest() {
        return matches().stream().mapToInt(PartialMatch::count).max().orElse(0);
    }
}

package dev.ripcord.deploy.evaluation;

import java.util.List;

/**
 * What is known of a session from elsewhere.
 *
 * @param positive whether it should be stopped; null where nobody has said
 * @param wentWell whether it succeeded or was healthy
 * @param repetitions the calls that repeat earlier ones and bring nothing, from 0; null where nobody has marked single calls
 * @param task what the session was to do; sessions of one task are alike. Null where nobody says
 */
public record Label(Boolean positive, boolean wentWell, List<Integer> repetitions, String task) {
    public Label {
        repetitions = repetitions == null ? null : List.copyOf(repetitions);
    }

    public boolean isKnown() {
        return positive != null;
    }

    public boolean isPositive() {
        return Boolean.TRUE.equals(positive);
    }

    /** Whether stopping the session is wrong beyond doubt. A session that nobody has labelled may still have gone well. */
    public boolean mustGoOn() {
        return wentWell && !isPositive();
    }
}

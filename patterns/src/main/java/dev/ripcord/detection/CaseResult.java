package dev.ripcord.detection;

import dev.ripcord.pattern.Case;
import dev.ripcord.pattern.Expectation;
import java.util.OptionalInt;

/**
 * What a definition did in a case's session.
 *
 * @param firedAt index of the event that completed the first match; empty where none did
 */
public record CaseResult(Case tried, OptionalInt firedAt) {

    public boolean passed() {
        return switch (tried.expectation()) {
            case QUIET -> firedAt.isEmpty();
            case FIRES ->
                firedAt.isPresent() && (tried.at().isEmpty() || tried.at().equals(firedAt));
        };
    }

    /** @return what was expected and what was found: {@code must fire at event 7, fired at event 5} */
    public String explanation() {
        String expected = tried.expectation() == Expectation.QUIET ? "must not fire" : "must fire" + at(tried.at());
        return expected + ", " + (firedAt.isEmpty() ? "did not fire" : "fired" + at(firedAt));
    }

    private static String at(OptionalInt index) {
        return index.isEmpty() ? "" : " at event " + index.getAsInt();
    }
}

package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.EarlierActivation;
import dev.ripcord.pattern.Mode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What an activation took the place of, where whoever wrote it might not have meant that. */
public final class TakenPlace {
    private TakenPlace() {}

    /** @return a line, with the way back; empty where nothing was in force, or the same version in no milder mode */
    public static Optional<String> of(Activation activation) {
        return activation.previous().stream()
                .findFirst()
                .filter(before -> before.hash() != null)
                .filter(before -> isMilder(activation, before) || !Objects.equals(activation.hash(), before.hash()))
                .map(before -> "it takes the place of " + activation.id() + "@" + before.hash() + " ("
                        + before.mode().name().toLowerCase(Locale.ROOT) + ")"
                        + (isMilder(activation, before) ? ": the pattern halts nobody any more" : "")
                        + "; back: ripcord patterns rollback " + activation.id());
    }

    private static boolean isMilder(Activation activation, EarlierActivation before) {
        return before.mode() == Mode.ENFORCE && activation.mode() == Mode.SHADOW;
    }
}

package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;

/**
 * An activation that was asked for, and what the guard made of it.
 *
 * @param offset of its record on {@code ripcord.patterns}
 * @param answer null where none came, or none was waited for
 * @param written false where it was in force already: then it is the one that stands
 */
public record ActivationResult(Activation activation, long offset, PatternStatus answer, boolean written) {

    /** Whether it was written, and the guard has said nothing of it yet. */
    public boolean awaitsAnswer() {
        return written && answer == null;
    }

    public boolean wasRefused() {
        return answer != null && answer.status() == PatternStatus.Status.REFUSED;
    }
}

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
public record ActivationResult(Activation activation, long offset, PatternStatus answer, boolean written) {}

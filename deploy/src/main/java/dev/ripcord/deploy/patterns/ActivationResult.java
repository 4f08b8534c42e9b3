package dev.ripcord.deploy.patterns;

import dev.ripcord.pattern.Activation;
import dev.ripcord.signal.PatternStatus;

/**
 * An activation that was written, and what the guard made of it.
 *
 * @param offset of its record on {@code ripcord.patterns}
 * @param answer null where none came, or none was waited for
 */
public record ActivationResult(Activation activation, long offset, PatternStatus answer) {}

package dev.ripcord.jobs.detect;

import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlTrust;
import java.io.Serializable;
import java.time.Duration;

/**
 * How detection reads {@code ripcord.halts}.
 *
 * @param loader of what stands there at start
 * @param violationGrace how long a halt may be on its way to an agent
 */
public record ControlInput(ControlLoader loader, ControlTrust trust, Duration violationGrace) implements Serializable {}

package dev.ripcord.jobs.settings;

import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.jobs.settings.GuardSettings.DetectionSettings;
import java.net.URI;
import java.util.Optional;

/**
 * What BacktestJob was told, checked.
 *
 * @param root of the archive
 * @param output where the signals go
 * @param trusted empty where whoever could write to {@code ripcord.halts} is believed
 */
public record BacktestSettings(URI root, URI output, Optional<TrustedKeys> trusted, DetectionSettings detection) {}

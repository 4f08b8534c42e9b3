package dev.ripcord.jobs.settings;

import dev.ripcord.decision.DecisionLimits;
import dev.ripcord.halt.TrustedKeys;
import dev.ripcord.jobs.settings.GuardOptions.StartFrom;
import dev.ripcord.jobs.settings.GuardOptions.StateBackend;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * What GuardJob was told, checked.
 *
 * @param signing the key that signs halts; empty where nobody does
 */
public record GuardSettings(
        KafkaSettings kafka,
        StartFrom startFrom,
        Duration bufferTimeout,
        CheckpointSettings checkpoints,
        DetectionSettings detection,
        ControlSettings control,
        DecisionLimits decisions,
        Optional<SigningKeyFile> signing,
        boolean keepDeadContent) {

    /**
     * How sessions are kept over failures; what is empty is left to the cluster's configuration.
     *
     * @param directory URI of durable storage
     */
    public record CheckpointSettings(
            Optional<StateBackend> backend, Optional<Duration> interval, Optional<String> directory) {}

    /**
     * @param allowedSkew how far a producer's clock may be ahead of the broker's
     * @param idleLimit after which a silent session begins anew
     * @param endedGrace how long an ended session is remembered
     * @param cachedSessions how many sessions each subtask of detection holds as objects
     */
    public record DetectionSettings(Duration allowedSkew, Duration idleLimit, Duration endedGrace, int cachedSessions)
            implements Serializable {}

    /**
     * How what stands on {@code ripcord.halts} is read back.
     *
     * @param trusted empty where whoever may write to the topic is believed
     * @param violationGrace how long a halt may be on its way to an agent
     */
    public record ControlSettings(Optional<TrustedKeys> trusted, Duration violationGrace) {}
}

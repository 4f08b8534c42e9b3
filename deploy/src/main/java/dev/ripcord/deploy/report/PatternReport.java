package dev.ripcord.deploy.report;

import dev.ripcord.halt.PatternReference;
import dev.ripcord.pattern.Action;
import dev.ripcord.pattern.Activation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a pattern has found since it was activated.
 *
 * @param pattern as its signals name it; null where there is none yet
 * @param action that they ask for; null likewise
 * @param activation in force
 * @param since Kafka time from which signals count, milliseconds since the epoch
 * @param signals found since
 * @param unheeded of these, those that made no halt: muted, late, held by the blast-radius cap, or of what was halted already
 * @param sessions in which they were
 * @param agents signals of each, the most first
 * @param tools likewise, of the completing steps; those without a tool are left out
 * @param spentUsd dollars that the sessions had cost at their first signals; null where no telemetry reports any
 * @param spentAfterUsd what they have cost from there on until now; null likewise, or where it could not be read
 * @param feedback what people said of the signals
 * @param examples the latest signals that nobody has said anything of
 */
public record PatternReport(
        PatternReference pattern,
        Action action,
        Activation activation,
        long since,
        long signals,
        long unheeded,
        long sessions,
        Map<String, Long> agents,
        Map<String, Long> tools,
        BigDecimal spentUsd,
        BigDecimal spentAfterUsd,
        FeedbackCounts feedback,
        List<Example> examples) {

    /**
     * What people said of signals.
     *
     * @param fine false alarms
     * @param right signals of sessions that should be stopped
     * @param none signals without a word
     */
    public record FeedbackCounts(long fine, long right, long none) {}

    /** A signal to look at. */
    public record Example(
            String signalId,
            long kafkaTime,
            String tenantId,
            String sessionId,
            String agentId,
            String message,
            BigDecimal spentUsd) {}
}

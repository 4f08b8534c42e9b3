package dev.ripcord.jobs;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.ingest.RawRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Watermarks serve clean-up alone: nothing waits for them to match. */
final class Watermarks {
    /** Kafka's times rise within a partition, but for a change of its leader. */
    private static final Duration DISORDER = Duration.ofSeconds(5);

    private static final Duration IDLENESS = Duration.ofSeconds(10);

    private Watermarks() {}

    static WatermarkStrategy<RawRecord> ofEvents() {
        return WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(DISORDER)
                .withTimestampAssigner((raw, kafkaTime) -> raw.kafkaTime())
                .withIdleness(IDLENESS);
    }

    /** Patterns change once a week; if their source had an opinion on time, every session's clean-up would wait for it. */
    static WatermarkStrategy<PatternRecord> heldByNobody() {
        return WatermarkStrategy.forGenerator(context -> new EndOfTime());
    }

    private static final class EndOfTime implements WatermarkGenerator<PatternRecord> {
        @Override
        public void onEvent(PatternRecord pattern, long timestamp, WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }
}

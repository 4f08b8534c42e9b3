package dev.ripcord.jobs;

import dev.ripcord.jobs.ingest.RawRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks serve clean-up alone: nothing waits for them to match. Nor do they say that all before them was read: a
 * partition that gave nothing for a while holds none up, whether it is quiet or its leader is away.
 */
final class Watermarks {
    private static final Duration IDLENESS = Duration.ofSeconds(10);

    private Watermarks() {}

    static WatermarkStrategy<RawRecord> ofEvents() {
        return WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(RawRecord.DISORDER)
                .withTimestampAssigner((raw, kafkaTime) -> raw.kafkaTime())
                .withIdleness(IDLENESS);
    }

    /**
     * Patterns and halts have no say in what time it is. The source must be idle, not at the end of time: where all
     * events pause, Flink goes by the inputs that are not idle, and the end of time would free every session.
     */
    static <T> WatermarkStrategy<T> heldByNobody() {
        return WatermarkStrategy.forGenerator(context -> new Timeless<>());
    }

    private static final class Timeless<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T record, long timestamp, WatermarkOutput output) {
            output.markIdle();
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}

package dev.ripcord.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    /** What a source's generator says. */
    private static final class Said implements WatermarkOutput {
        private final List<String> words = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            words.add("time " + watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            words.add("idle");
        }

        @Override
        public void markActive() {
            words.add("active");
        }
    }

    /** Else a pause of all events would let the patterns alone say what time it is, and free every session. */
    @Test
    void patternsNeverSayWhatTimeItIs() {
        Said said = new Said();
        var generator = Watermarks.heldByNobody().createWatermarkGenerator(null);

        generator.onPeriodicEmit(said);
        generator.onEvent(null, Long.MAX_VALUE, said);
        generator.onPeriodicEmit(said);

        assertThat(said.words).isNotEmpty().containsOnly("idle");
    }
}

package dev.ripcord.deploy.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The least job that runs until it is told to stop, or fails as it is told to. It stands in for one of ours. */
public final class CountingJob {
    private CountingJob() {}

    /** As a cluster wants it. */
    public static Path jar(Path directory) throws IOException {
        return JobJarFile.holding(directory, CountingJob.class, Gate.class);
    }

    /** @param arguments {@code --ripcord.fail main|task|for-ever} among them makes it fail there, or again and again */
    public static void main(String... arguments) throws Exception {
        var failure = failure(arguments);
        if (failure.equals("main")) {
            throw new IllegalArgumentException("1 setting is wrong:\n  ripcord.start-from is 'sometime'");
        }
        var environment = StreamExecutionEnvironment.getExecutionEnvironment();
        if (failure.equals("for-ever")) {
            // Then Flink restarts it without end.
            environment.enableCheckpointing(60_000);
        }
        var numbers = new DataGeneratorSource<Long>(
                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(10), Types.LONG);
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .map(new Gate(!failure.isEmpty()))
                .sinkTo(new DiscardingSink<>());
        environment.execute("counting");
    }

    private static String failure(String... arguments) {
        for (var at = 0; at < arguments.length - 1; at++) {
            if (arguments[at].equals("--ripcord.fail")) {
                return arguments[at + 1];
            }
        }
        return "";
    }

    /** Lets every number through, or does not even open. */
    static final class Gate extends RichMapFunction<Long, Long> {
        private final boolean shut;

        Gate(boolean shut) {
            this.shut = shut;
        }

        @Override
        public void open(OpenContext context) {
            if (shut) {
                throw new IllegalStateException("this task was told to fail");
            }
        }

        @Override
        public Long map(Long number) {
            return number;
        }
    }
}

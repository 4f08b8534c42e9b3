package dev.ripcord.jobs.settings;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The settings of BacktestJob: {@code --KEY VALUE} on its command line. How events are judged is as for the guard. */
public final class BacktestOptions {
    public static final ConfigOption<String> OUTPUT = ConfigOptions.key("ripcord.backtest.output")
            .stringType()
            .noDefaultValue()
            .withDescription("Where the signals are written, one JSON object a line: a URI that the cluster has a file"
                    + " system for, or an absolute directory that all TaskManagers share. Required.");

    static final List<ConfigOption<?>> ALL = List.of(
            ArchiveOptions.ROOT,
            OUTPUT,
            GuardOptions.TRUSTED_KEYS,
            GuardOptions.ALLOWED_SKEW,
            GuardOptions.IDLE_LIMIT,
            GuardOptions.ENDED_GRACE);

    private BacktestOptions() {}
}

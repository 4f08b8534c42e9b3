package dev.ripcord.deploy.bench.backtest;

import dev.ripcord.deploy.backtest.BacktestBench;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord bench backtest}: how fast history is judged. */
@Command(
        name = "backtest",
        description = "Writes a file of events and runs the shipped library over it several times, on one thread, with"
                + " reading and decoding it.",
        footer = {"", "The target is 100,000 events a second.", "Example: ripcord bench backtest --quick"})
public final class BacktestBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "A fifth of the events.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var result = BacktestBench.run(ShippedLibrary.definitions(), quick ? 100_000 : 500_000, 5);
        spec.commandLine().getOut().println(json ? Json.text(result) : result.line());
        return ExitCode.OK;
    }
}

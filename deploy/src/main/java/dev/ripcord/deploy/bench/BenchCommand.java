package dev.ripcord.deploy.bench;

import dev.ripcord.deploy.bench.engine.EngineBench;
import dev.ripcord.deploy.bench.gateway.GatewayBenchCommand;
import dev.ripcord.deploy.outcome.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord bench}: measures on this machine what the documentation promises. */
@Command(
        name = "bench",
        description = "Measures on this machine what is promised of detection.",
        subcommands = GatewayBenchCommand.class,
        footer = {"", "Example: ripcord bench --quick"})
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--only", split = ",", paramLabel = "NAME")
    private List<String> only = List.of();

    @Option(names = "--quick")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        new EngineBench(spec.commandLine().getErr()::println).run(quick, only);
        return ExitCode.OK;
    }
}

package dev.ripcord.deploy.bench;

import picocli.CommandLine.Command;

/** {@code ripcord bench}: measures on this machine what the documentation promises. */
@Command(
        name = "bench",
        description = "Measures on this machine what is promised of latency and speed.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {GatewayBenchCommand.class, BacktestBenchCommand.class},
        footer = {"", "Example: ripcord bench gateway --quick"})
public final class BenchCommand {}

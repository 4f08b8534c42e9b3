package dev.ripcord.deploy.bench;

import dev.ripcord.deploy.bench.backtest.BacktestBenchCommand;
import dev.ripcord.deploy.bench.gateway.GatewayBenchCommand;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.deploy.bench.replay.ReplayBenchCommand;
import dev.ripcord.deploy.bench.soak.SoakCommand;
import dev.ripcord.deploy.bench.traffic.WrongFindings;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Table;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord bench}: measures on this machine what the documentation promises. */
@Command(
        name = "bench",
        description = {
            "Measures detection on this machine, all in this process:",
            "  against flink-cep and against a job that keeps one small state,",
            "  on heap and on RocksDB, in sessions of 10 to 100,000 events,",
            "  with 1,000 to 1,000,000 live sessions; Kafka to Kafka;",
            "  how long a signal takes from when its event is due;",
            "  without Flink, on one thread; and what a session takes in state.",
            "Unless --list says otherwise: three families of patterns, events of 500 bytes, 50 a session, 10,000 live"
                    + " sessions on RocksDB and 500 on heap, no checkpoints. Three of a hundred sessions run away (30"
                    + " where the time of signals is measured). That each of them is found, and no other, is checked.",
            "Each measurement is repeated, in turns with the others; what counts are medians and their ratios."
        },
        subcommands = {
            GatewayBenchCommand.class,
            BacktestBenchCommand.class,
            ReplayBenchCommand.class,
            SoakCommand.class
        },
        footer = {
            "",
            "Exit code 3 where a runaway or a signal was missed; a target that is missed is only shown.",
            "Example: ripcord bench --quick"
        })
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "What the summary needs, in 5 minutes instead of 45.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--list", description = "Print the names of what is measured, and measure nothing.")
    private boolean list;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Measure these alone.")
    private Set<String> only = new LinkedHashSet<>();

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        if (list) {
            items(out);
            return ExitCode.OK;
        }
        refuseUnknown();
        try {
            var plan = quick ? Plan.quick(only) : Plan.full(only);
            var report = new Bench(plan, spec.commandLine().getErr()::println).run();
            if (json) {
                out.println(report.json());
            } else {
                report.lines().forEach(out::println);
            }
            return report.isComplete() ? ExitCode.OK : ExitCode.CHECK_FAILED;
        } catch (WrongFindings wrong) {
            spec.commandLine().getErr().println("error: " + wrong.getMessage() + "; how fast it was says nothing then");
            return ExitCode.CHECK_FAILED;
        }
    }

    private static void items(PrintWriter out) {
        var table = Table.of("name", "with --quick", "what");
        Bench.items().forEach(item -> table.row(item.name(), item.summary() ? "yes" : "no", item.what()));
        table.lines().forEach(out::println);
    }

    private void refuseUnknown() {
        var known = Bench.items().stream().map(Item::name).toList();
        var unknown = only.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only " + String.join(",", unknown) + " is unknown; ripcord bench --list prints the names");
        }
    }
}

package dev.ripcord.deploy;

import dev.ripcord.deploy.bench.BenchCommand;
import dev.ripcord.deploy.command.ArchiveCommand;
import dev.ripcord.deploy.command.BacktestCommand;
import dev.ripcord.deploy.command.CheckCommand;
import dev.ripcord.deploy.command.DrillCommand;
import dev.ripcord.deploy.command.EvaluateCommand;
import dev.ripcord.deploy.command.HaltCommand;
import dev.ripcord.deploy.command.HaltsCommand;
import dev.ripcord.deploy.command.KeysCommand;
import dev.ripcord.deploy.command.MuteCommand;
import dev.ripcord.deploy.command.PanicCommand;
import dev.ripcord.deploy.command.PatternsCommand;
import dev.ripcord.deploy.command.ReleaseCommand;
import dev.ripcord.deploy.command.ReplayCommand;
import dev.ripcord.deploy.command.SendCommand;
import dev.ripcord.deploy.command.ServeCommand;
import dev.ripcord.deploy.command.SessionsCommand;
import dev.ripcord.deploy.command.SignalsCommand;
import dev.ripcord.deploy.command.SubmitCommand;
import dev.ripcord.deploy.command.TestCommand;
import dev.ripcord.deploy.command.TopicsCommand;
import dev.ripcord.deploy.command.TuneCommand;
import dev.ripcord.deploy.command.UnmuteCommand;
import dev.ripcord.deploy.command.UnpanicCommand;
import dev.ripcord.deploy.demo.DemoCommand;
import dev.ripcord.deploy.outcome.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code ripcord} command. Data goes to standard output, everything else to standard error; how it ended is in its
 * {@linkplain ExitCode exit code}.
 */
@Command(
        name = "ripcord",
        description = "Stops runaway AI agents: patterns over their events on Kafka, judged by Flink.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it could not be done",
            "2:it was asked for wrongly, or a pattern is invalid",
            "3:done, and what was checked is not so"
        },
        subcommands = {
            DemoCommand.class,
            DrillCommand.class,
            SubmitCommand.class,
            ServeCommand.class,
            TopicsCommand.class,
            PatternsCommand.class,
            CheckCommand.class,
            TestCommand.class,
            EvaluateCommand.class,
            BacktestCommand.class,
            ReplayCommand.class,
            SessionsCommand.class,
            TuneCommand.class,
            SendCommand.class,
            SignalsCommand.class,
            HaltsCommand.class,
            HaltCommand.class,
            ReleaseCommand.class,
            MuteCommand.class,
            UnmuteCommand.class,
            PanicCommand.class,
            UnpanicCommand.class,
            ArchiveCommand.class,
            KeysCommand.class,
            BenchCommand.class
        })
public final class Ripcord {
    private boolean verbose;

    private Ripcord() {}

    public static void main(String... arguments) {
        var out = new PrintWriter(System.out, true);
        var err = new PrintWriter(System.err, true);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command; what it prints goes to the writers. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var ripcord = new Ripcord();
        return new CommandLine(ripcord)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageLine())
                .setExecutionExceptionHandler(new FailureLine(() -> ripcord.verbose))
                .execute(arguments);
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show what goes on inside (logging at INFO) and where an error came from.")
    void verbose(boolean wanted) {
        verbose = wanted;
        if (wanted) {
            // Read by log4j2.xml when the first logger is asked for, which is after the command line was parsed.
            System.setProperty("ripcord.log.level", "INFO");
        }
    }
}

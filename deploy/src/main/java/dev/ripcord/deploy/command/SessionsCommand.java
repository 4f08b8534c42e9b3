package dev.ripcord.deploy.command;

import dev.ripcord.console.sessions.SessionOrder;
import dev.ripcord.deploy.halts.Acknowledgements;
import dev.ripcord.deploy.halts.HaltLog;
import dev.ripcord.deploy.halts.HaltTrust;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.print.Count;
import dev.ripcord.deploy.replay.SafeJson;
import dev.ripcord.deploy.sessions.HaltedSessions;
import dev.ripcord.deploy.sessions.SessionLine;
import dev.ripcord.deploy.sessions.SessionLog;
import dev.ripcord.deploy.sessions.SessionTable;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ripcord sessions}: which sessions there are, and which of them need a look. */
@Command(
        name = "sessions",
        description = "Lists the sessions that the guard has seen, as it last told of each on ripcord.sessions.",
        footer = {
            "",
            "risk: the halted first, of these first who has not said that it stopped; then those that gave a signal, then"
                    + " by how many steps of a pattern have matched. Among equals the latest.",
            "Example: ripcord sessions --since 1h --sort risk"
        })
public final class SessionsCommand implements Callable<Integer> {
    private static final String NOTHING = "no sessions were read";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private TrustedKeysOption trust;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only those that changed since then: 10m, 2h, or 2026-01-01T08:00:00Z.")
    private String since;

    @Option(names = "--halted", description = "Only those that a halt or a pause stops, of whatever scope.")
    private boolean halted;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "latest",
            description = "latest, cost, steps or risk, the highest first (default: ${DEFAULT-VALUE}).")
    private SessionOrder order;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var from = SinceWords.parse(since, spec);
        var keys = new HaltTrust(trust.read(NOTHING), Optional.empty());
        var address = kafka.address();
        address.require(NOTHING, Topic.SESSIONS, Topic.HALTS, Topic.ACKS);
        try (var halts =
                        HaltLog.read(address, keys, PATIENCE, spec.commandLine().getErr()::println);
                var answers = Acknowledgements.toThoseInForce(halts, address, PATIENCE)) {
            var sessions = SessionLog.read(address, from);
            var listing = new HaltedSessions(halts, answers, WallClock.SYSTEM.millis());
            print(listing.listed(sessions.sessions(), halted, order, most));
            if (sessions.unreadable() > 0) {
                var records = Count.of(sessions.unreadable(), "record");
                spec.commandLine().getErr().println(records + " of ripcord.sessions cannot be read, left out");
            }
        }
        return ExitCode.OK;
    }

    private void print(List<SessionLine> sessions) {
        if (json) {
            sessions.forEach(line -> out().println(SafeJson.line(line)));
        } else if (sessions.isEmpty()) {
            spec.commandLine().getErr().println("no session is like that");
        } else {
            SessionTable.lines(sessions).forEach(out()::println);
            spec.commandLine().getErr().println("look into one with: ripcord replay SESSION" + kafka.again());
        }
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

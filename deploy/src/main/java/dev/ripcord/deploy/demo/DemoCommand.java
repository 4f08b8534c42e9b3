package dev.ripcord.deploy.demo;

import dev.ripcord.console.Gateway;
import dev.ripcord.deploy.events.LineFile;
import dev.ripcord.deploy.events.SendResult;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.deploy.local.LocalGuard;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ShippedLibrary;
import dev.ripcord.deploy.serve.LocalGateway;
import dev.ripcord.deploy.serve.Termination;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one JVM, with runaways to halt. */
@Command(
        name = "demo",
        description = {
            "Starts Kafka, Flink, the guard and the gateway in this process, puts the shipped patterns in force, and"
                    + " shows a healthy agent finish and three runaways being halted. Then it goes on until Ctrl-C.",
            "",
            "Example: ripcord demo --events my-agents.jsonl.gz --exit"
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int WARM_UP_ROUNDS = 20;
    private static final long GOING_ON_MILLIS = 60;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Play these events instead of the story: JSON Lines, plain or gzip.")
    private String file;

    @Option(
            names = "--exit",
            description = "End after the story or the file. The last line is JSON: sent, decoded, dead, signals, halts."
                    + " Exit code 3 where a halt is missing (story) or an event is (file).")
    private boolean exit;

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            description = "Port of Flink's page on 127.0.0.1. Default: any that is free.")
    private int webPort = LocalFlink.FREE_PORT;

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            defaultValue = "7700",
            description = "Port of the gateway on 127.0.0.1; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int gatewayPort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LineFile events = file == null ? null : LineFile.existing(file, "nothing was started");
        CommandLine command = spec.commandLine();
        LocalGateway.requireFree(gatewayPort, "nothing was started");
        long began = WallClock.nanoTime();
        command.getErr().println("Starting Kafka, Flink, the guard and the gateway in this process ...");
        try (Termination termination = Termination.watch();
                LocalGuard guard = LocalGuard.start(ShippedLibrary.definitions(), webPort);
                Gateway gateway = LocalGateway.start(guard.bootstrapServers(), gatewayPort);
                Demo demo = new Demo(
                        guard.bootstrapServers(), gateway.address(), new DemoPrinter(command.getOut()), termination)) {
            banner(guard, gateway.address());
            command.getErr().printf("Ready after %.1f s.%n", Latencies.millis(WallClock.nanoTime() - began) / 1_000);
            return events == null
                    ? story(demo, termination, guard.bootstrapServers())
                    : playback(demo, events, termination);
        }
    }

    private void banner(LocalGuard guard, URI gateway) {
        var err = spec.commandLine().getErr();
        err.printf("  Kafka       %s%n", guard.bootstrapServers());
        err.printf("  Flink page  %s%n", guard.flinkAddress());
        err.printf("  Gateway     %s%n", gateway);
        err.println("For commands:     export RIPCORD_BOOTSTRAP=" + guard.bootstrapServers());
        err.println("Receive halts:    curl -N -H 'Accept: text/event-stream' " + gateway + "/v1/halts");
        err.println("Prove the stop:   deploy/bin/ripcord drill --gateway " + gateway);
    }

    private int story(Demo demo, Termination termination, String bootstrap) throws InterruptedException {
        boolean asExpected;
        try (BackgroundTraffic ignored = demo.traffic()) {
            spec.commandLine().getErr().println("Warming up with healthy agents and a few runaways ...");
            asExpected = demo.warmUp(WARM_UP_ROUNDS) & demo.story();
            if (!exit && !termination.isAsked()) {
                sayWhere(demo);
                spec.commandLine().getErr().println("Going on with new sessions; Ctrl-C ends it. In another terminal:");
                spec.commandLine().getErr().println("  deploy/bin/ripcord signals --follow --bootstrap " + bootstrap);
                demo.goOn(GOING_ON_MILLIS);
            }
        }
        if (termination.isAsked()) {
            return ExitCode.OK;
        }
        print(demo.counts());
        return asExpected ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private int playback(Demo demo, LineFile events, Termination termination) throws Exception {
        SendResult result = demo.play(events);
        if (result.failed() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(result.failed() + " lines were not taken, first " + result.firstFailure());
        }
        DemoCounts counts = demo.counts();
        print(counts);
        if (!exit) {
            sayWhere(demo);
            spec.commandLine().getErr().println("All is judged; Ctrl-C ends it.");
            termination.await();
        }
        if (!counts.isComplete()) {
            spec.commandLine()
                    .getErr()
                    .println("For a minute nothing more was heard of "
                            + (counts.sent() - counts.decoded() - counts.dead()) + " events.");
        }
        return counts.isComplete() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private void sayWhere(Demo demo) {
        demo.page()
                .ifPresent(page ->
                        spec.commandLine().getErr().println("What was halted, step by step, in a browser:  " + page));
    }

    private void print(DemoCounts counts) {
        spec.commandLine().getOut().println(Json.text(counts));
        spec.commandLine().getOut().flush();
    }
}

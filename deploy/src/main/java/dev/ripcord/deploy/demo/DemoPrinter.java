package dev.ripcord.deploy.demo;

import dev.ripcord.event.Money;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** What the demo says, on standard output; readable without colours. */
final class DemoPrinter {
    private final PrintWriter out;

    DemoPrinter(PrintWriter out) {
        this.out = out;
    }

    void cast(List<Script> scripts) {
        say("");
        scripts.forEach(script -> say("  %-12s %s".formatted(script.session(), script.what())));
        say("");
    }

    /** As it happens. */
    void killed(Kill kill) {
        String latency = kill.latencyNanos().isPresent()
                ? " %.1f ms after its last event"
                        .formatted(Latencies.millis(kill.latencyNanos().getAsLong()))
                : "";
        say("@|bold,red HALTED|@ @|bold %s|@ by @|bold %s|@%s"
                .formatted(kill.signal().sessionId(), kill.signal().pattern().id(), latency));
        // As it is: it comes from data, and what looks like markup in it is none.
        out.println("       " + kill.signal().message() + "; " + spent(kill));
        out.flush();
    }

    private static String spent(Kill kill) {
        return kill.signal().spendUsd() == null
                ? "its telemetry reports no cost"
                : Money.nanoDollars(kill.signal().spendUsd()).stream()
                                .mapToObj(Money::format)
                                .findFirst()
                                .orElse("an unknown amount")
                        + " spent so far";
    }

    void ended(SimulatedAgent.Ending ending) {
        if (ending.kill() != null) {
            say("       %s obeyed and stopped after %d steps, %.1f ms after the halt was there"
                    .formatted(
                            ending.script().session(), ending.steps(), Latencies.millis(ending.stoppedAfterNanos())));
        } else if (ending.script().isRunaway()) {
            say("@|bold,red NOT HALTED|@ %s gave up after %d steps"
                    .formatted(ending.script().session(), ending.steps()));
        } else {
            say("@|bold,green FINISHED|@ @|bold %s|@ after %d steps; nobody disturbed it"
                    .formatted(ending.script().session(), ending.steps()));
        }
    }

    void say(String line) {
        out.println(Ansi.AUTO.string(line));
        out.flush();
    }
}

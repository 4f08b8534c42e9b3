package dev.ripcord.client.conformance;

import dev.ripcord.client.Guard;
import dev.ripcord.client.GuardUnavailable;
import dev.ripcord.client.SessionHalted;
import dev.ripcord.halt.Halt;
import dev.ripcord.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Drives a guard by lines, for the suite that holds the clients of all languages to clients/README.md. */
public final class Runner {
    private static final int NOT_STARTED = 2;

    private final Guard guard;
    private final Report report;

    private Runner(Guard guard, Report report) {
        this.guard = guard;
        this.report = report;
    }

    public static void main(String... arguments) throws IOException {
        var report = new Report(System.out);
        Guard guard;
        try {
            guard = RunnerOptions.guard(Json.tree(arguments[0]), report).start();
        } catch (IllegalArgumentException | IOException wrong) {
            report.say("failed", Map.of("error", String.valueOf(wrong.getMessage())));
            System.exit(NOT_STARTED);
            return;
        }
        report.say("started", Map.of());
        new Runner(guard, report).obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        guard.close();
        report.say("closed", Map.of());
    }

    private void obey(BufferedReader commands) throws IOException {
        for (var line = commands.readLine(); line != null && !line.equals("close"); line = commands.readLine()) {
            if (line.equals("check")) {
                check();
            } else if (line.startsWith("refuse ")) {
                report.say("refused", Map.of("refused", guard.refuse(line.substring("refuse ".length()))));
            } else if (line.equals("stats")) {
                report.say("stats", Json.MAPPER.valueToTree(guard.stats()));
            } else {
                report.say("unknown", Map.of("command", line));
            }
        }
    }

    private void check() {
        try {
            guard.check();
            report.say("checked", Map.of());
        } catch (SessionHalted halted) {
            report.say("halted", members(halted.halt()));
        } catch (GuardUnavailable unavailable) {
            report.say("unavailable", Map.of("reason", unavailable.getMessage()));
        }
    }

    private static Map<String, Object> members(Halt halt) {
        return Map.of(
                "halt_id", halt.haltId(),
                "reason", halt.reason(),
                "scope", halt.scope().key(),
                "writer", halt.writer(),
                "actor", halt.actor());
    }
}

package dev.ripcord.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.client.GatewaySource;
import dev.ripcord.client.Guard;
import dev.ripcord.client.GuardBuilder;
import dev.ripcord.client.WhenUnguarded;
import dev.ripcord.halt.TrustedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The runner's argument as options of a guard. */
final class RunnerOptions {
    private RunnerOptions() {}

    static GuardBuilder guard(JsonNode options, Report report) throws IOException {
        GuardBuilder guard =
                Guard.following(GatewaySource.at(options.path("url").asText()));
        text(options, "session", guard::session);
        text(options, "tenant", guard::tenant);
        text(options, "agent", guard::agent);
        text(options, "root", guard::root);
        text(options, "parent", guard::parent);
        text(options, "api_key", guard::apiKey);
        text(options, "fail", word -> guard.whenUnguarded(whenUnguarded(word)));
        seconds(options, "stale_after", guard::staleAfter);
        seconds(options, "start_timeout", guard::startTimeout);
        seconds(options, "heartbeat_timeout", guard::heartbeatTimeout);
        if (options.has("trusted_keys")) {
            guard.trusting(keys(options.get("trusted_keys")));
        }
        return reporting(guard, report);
    }

    private static GuardBuilder reporting(GuardBuilder guard, Report report) {
        return guard.onHalt(halt -> report.say(
                        "callback",
                        Map.of(
                                "callback", "halt",
                                "halt_id", halt.haltId(),
                                "scope", halt.scope().key(),
                                "reason", halt.reason())))
                .onRelease(halt -> report.say(
                        "callback",
                        Map.of(
                                "callback", "release",
                                "halt_id", halt.haltId(),
                                "scope", halt.scope().key())))
                .onUnguarded(why -> report.say("guard", Map.of("available", false, "reason", why)))
                .onGuarded(() -> report.say("guard", Map.of("available", true)));
    }

    private static WhenUnguarded whenUnguarded(String word) {
        return switch (word) {
            case "open" -> WhenUnguarded.FAIL_OPEN;
            case "closed" -> WhenUnguarded.FAIL_CLOSED;
            default -> throw new IllegalArgumentException("fail is '" + word + "'; it must be open or closed");
        };
    }

    private static TrustedKeys keys(JsonNode files) throws IOException {
        Map<String, Path> pems = new HashMap<>();
        files.properties()
                .forEach(file -> pems.put(file.getKey(), Path.of(file.getValue().asText())));
        return TrustedKeys.read(pems);
    }

    private static void text(JsonNode options, String name, Consumer<String> option) {
        if (options.hasNonNull(name)) {
            option.accept(options.get(name).asText());
        }
    }

    private static void seconds(JsonNode options, String name, Consumer<Duration> option) {
        if (options.hasNonNull(name)) {
            option.accept(Duration.ofMillis(Math.round(options.get(name).asDouble() * 1000)));
        }
    }
}

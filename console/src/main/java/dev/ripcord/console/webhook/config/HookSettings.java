package dev.ripcord.console.webhook.config;

import dev.ripcord.console.webhook.delivery.Secret;
import dev.ripcord.console.webhook.delivery.Target;
import dev.ripcord.console.webhook.template.Template;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One receiver.
 *
 * @param secret signs deliveries; empty where they are not signed
 * @param allowPrivate whether it may have an address that is not of the public internet
 */
public record HookSettings(
        String name,
        Target target,
        Optional<Secret> secret,
        Template template,
        Filter filter,
        boolean allowPrivate,
        Pace pace) {
    public HookSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(pace, "pace");
    }

    /**
     * How often and how long.
     *
     * @param timeout of one attempt
     * @param attempts at one delivery before it is given up
     * @param backoff the wait after the first failed attempt
     * @param updateEvery the least time from one delivery of an incident to the next
     * @param window after so long without anything new, an incident is a new one
     */
    public record Pace(Duration timeout, int attempts, Duration backoff, Duration updateEvery, Duration window) {
        public static final Pace DEFAULT = new Pace(
                Duration.ofSeconds(10), 30, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(1));
    }
}

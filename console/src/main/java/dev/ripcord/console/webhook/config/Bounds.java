package dev.ripcord.console.webhook.config;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads durations, and says which are too short or too long. */
final class Bounds {
    private final Located hook;
    private final List<Fault> faults;

    Bounds(Located hook, List<Fault> faults) {
        this.hook = hook;
        this.faults = faults;
    }

    Duration duration(String key, Duration usual, Duration shortest, Duration longest) {
        Optional<Duration> given = hook.text(key).flatMap(Durations::parse);
        if (given.isPresent()
                && (given.get().compareTo(shortest) < 0 || given.get().compareTo(longest) > 0)) {
            faults.add(new Fault(
                    hook.children().get(key).place(),
                    key + " is '" + hook.text(key).get() + "'; it must be from " + Durations.format(shortest) + " to "
                            + Durations.format(longest)));
        }
        return given.orElse(usual);
    }
}

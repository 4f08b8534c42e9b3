package dev.ripcord.console.webhook.config;

import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that stand in the file under their key, or in the environment variable that {@code KEY_env} names. */
final class GivenOrNamed {
    private final Located hook;
    private final Map<String, String> environment;
    private final List<Fault> faults;

    GivenOrNamed(Located hook, Map<String, String> environment, List<Fault> faults) {
        this.hook = hook;
        this.environment = environment;
        this.faults = faults;
    }

    /** @return the value; empty where there is none, which is told */
    Optional<String> required(String key) {
        if (!hook.has(key) && !hook.has(named(key))) {
            faults.add(new Fault(
                    hook.place(),
                    key + " is missing; give " + key + ", or " + named(key) + " with the name of a variable"));
        }
        return value(key);
    }

    /** @return the value; empty where there is none */
    Optional<String> value(String key) {
        if (hook.has(key) && hook.has(named(key))) {
            faults.add(
                    new Fault(hook.keyPlace(named(key)), key + " is given twice; remove " + key + " or " + named(key)));
        }
        return hook.has(key)
                ? hook.text(key).filter(text -> !text.isEmpty())
                : hook.get(named(key)).flatMap(this::read);
    }

    private Optional<String> read(Located name) {
        Optional<String> value = name.text().map(environment::get).map(String::strip);
        if (name.text().isPresent() && value.filter(text -> !text.isEmpty()).isEmpty()) {
            faults.add(new Fault(name.place(), "the environment variable that it names is not set, or empty"));
            return Optional.empty();
        }
        return value;
    }

    private static String named(String key) {
        return key + "_env";
    }
}

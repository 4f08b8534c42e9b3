package dev.ripcord.deploy.tune;

import dev.ripcord.deploy.print.ShellWord;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values for all the parameters that are turned.
 *
 * @param values by name, in the order of the definition: Long, Double, Boolean or Duration
 * @param distance how many levels it is away from the defaults, over all parameters
 */
record Setting(Map<String, Object> values, int distance) {

    boolean isDefault() {
        return distance == 0;
    }

    /** @return as an activation gives them */
    Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> written.put(name, written(value)));
        return written;
    }

    /** @return the command that puts them in force */
    String command(String id) {
        return "ripcord patterns activate " + id
                + values.entrySet().stream()
                        .map(entry -> " --param " + ShellWord.of(entry.getKey() + "=" + written(entry.getValue())))
                        .collect(Collectors.joining());
    }

    static Object written(Object value) {
        return value instanceof Duration duration ? Durations.format(duration) : value;
    }
}

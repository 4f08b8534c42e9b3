package dev.ripcord.console.api;

import dev.ripcord.time.Durations;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The parameters of a request. A parameter without a value counts as left out. */
final class Query {
    /** Ids are short words; an event's may have any length, but nobody is halted by a name of a megabyte. */
    static final int MOST_CHARACTERS = 1_024;

    private final Map<String, List<String>> values;
    private final List<String> errors = new ArrayList<>();

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @param known a misspelt parameter is an error: without its tenant another session would be asked about */
    static Query of(Context request, Set<String> known) {
        Query query = new Query(request.queryParamMap());
        query.values.forEach((name, given) -> query.check(name, given, known));
        return query;
    }

    private void check(String name, List<String> given, Set<String> known) {
        if (!known.contains(name)) {
            errors.add(
                    "parameter '" + shown(name) + "' is unknown; known are " + String.join(", ", new TreeSet<>(known)));
        } else if (given.size() > 1) {
            errors.add("parameter " + name + " is there " + given.size() + " times; it must be there once");
        } else if (given.get(0).length() > MOST_CHARACTERS) {
            errors.add("parameter " + name + " has " + given.get(0).length() + " characters; the most is "
                    + MOST_CHARACTERS);
        }
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }

    /** @return the value; null where it is left out */
    String text(String name) {
        List<String> given = values.get(name);
        return given == null || given.get(0).isEmpty() ? null : given.get(0);
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(text(name));
    }

    /** @return the number; the usual one where it is left out, or wrong */
    long number(String name, long least, long most, long usual) {
        String given = text(name);
        if (given == null) {
            return usual;
        }
        long number = given.matches("[0-9]{1,18}") ? Long.parseLong(given) : -1;
        if (number < least || number > most) {
            error("parameter " + name + " is '" + shown(given) + "'; it must be a whole number from " + least + " to "
                    + most);
            return usual;
        }
        return number;
    }

    /** @return whether it is true; left out it is false */
    boolean flag(String name) {
        String given = text(name);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            error("parameter " + name + " is '" + shown(given) + "'; it must be true or false");
        }
        return "true".equals(given);
    }

    /** @return milliseconds since the epoch that lie so long ago; the earliest time where it is left out, or wrong */
    long since(String name, long now) {
        String given = text(name);
        if (given == null) {
            return Long.MIN_VALUE;
        }
        Optional<Duration> ago = Durations.parse(given);
        if (ago.isEmpty()) {
            error("parameter " + name + " is '" + shown(given) + "'; it must be a duration, such as 10m");
        }
        return ago.map(duration -> now - duration.toMillis()).orElse(Long.MIN_VALUE);
    }

    /** @return the value of that name among the known ones; the usual one where it is left out, or wrong */
    <T> T choice(String name, Function<String, Optional<T>> known, T usual, String right) {
        String given = text(name);
        Optional<T> found = given == null ? Optional.of(usual) : known.apply(given);
        if (found.isEmpty()) {
            error("parameter " + name + " is '" + shown(given) + "'; it must be one of " + right);
        }
        return found.orElse(usual);
    }

    void error(String error) {
        errors.add(error);
    }

    /** @throws Refused where anything is wrong so far */
    void refuseErrors() {
        if (!errors.isEmpty()) {
            throw new Refused(Refused.BAD_REQUEST, errors);
        }
    }
}

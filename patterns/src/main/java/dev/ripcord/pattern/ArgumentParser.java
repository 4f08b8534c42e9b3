package dev.ripcord.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.condition.ParameterType;
import dev.ripcord.source.Located;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of the structure: {@code times}, {@code within} and {@code rearm}. */
final class ArgumentParser {
    static final String REFERENCE = "params.";

    private static final Pattern RANGE = Pattern.compile("([A-Za-z0-9_.]+?)(\\.\\.([A-Za-z0-9_.]+)?)?");

    private ArgumentParser() {}

    /** @return the lower and the upper bound; both the same for {@code N}, no upper one for {@code N..} */
    static Optional<Times> times(Located written, boolean greedy, Contiguity between) {
        Matcher range = RANGE.matcher(written.json().asText().strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        Optional<Argument<Integer>> from = count(range.group(1));
        Optional<Argument<Integer>> to = range.group(2) == null
                ? from
                : Optional.ofNullable(range.group(3)).flatMap(ArgumentParser::count);
        return from.map(least -> new Times(least, to, greedy, between));
    }

    static Optional<Argument<Duration>> duration(Located written) {
        return written.text()
                .filter(text -> text.startsWith(REFERENCE))
                .<Argument<Duration>>map(text -> new Argument.Reference<>(name(text), Duration.class))
                .or(() -> literal(written.json()));
    }

    private static Optional<Argument<Duration>> literal(JsonNode written) {
        return ParameterValue.converted(written, ParameterType.DURATION)
                .map(Duration.class::cast)
                .map(Argument::of);
    }

    private static Optional<Argument<Integer>> count(String text) {
        if (text.startsWith(REFERENCE)) {
            return Optional.of(new Argument.Reference<>(name(text), Integer.class));
        }
        // 3.0 is a whole number in JSON Schema, and what it does not allow is refused there.
        return text.matches("[0-9]{1,4}(\\.0)?")
                ? Optional.of(Argument.of(Double.valueOf(text).intValue()))
                : Optional.empty();
    }

    private static String name(String reference) {
        return reference.substring(REFERENCE.length());
    }
}

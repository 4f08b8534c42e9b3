package dev.ripcord.console.signals;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read {@code ripcord.signals}: of each partition the offset of the latest signal seen, -1 where
 * there was none yet. As text, {@code 0:41,1:-1,2:7}, the id of an event.
 */
public record SignalPlace(Map<Integer, Long> seen) {
    private static final Pattern TEXT = Pattern.compile("\\d{1,9}:(-1|\\d{1,18})(,\\d{1,9}:(-1|\\d{1,18})){0,9999}");

    /** @return empty where the text is no place */
    public static Optional<SignalPlace> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Integer, Long> seen = new TreeMap<>();
        for (String one : text.split(",")) {
            int colon = one.indexOf(':');
            seen.put(Integer.valueOf(one.substring(0, colon)), Long.valueOf(one.substring(colon + 1)));
        }
        return Optional.of(new SignalPlace(seen));
    }

    static String text(Map<Integer, Long> seen) {
        return seen.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .collect(Collectors.joining(","));
    }

    boolean isBefore(int partition, long offset) {
        return seen.getOrDefault(partition, -1L) < offset;
    }
}

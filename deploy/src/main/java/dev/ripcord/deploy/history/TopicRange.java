package dev.ripcord.deploy.history;

import dev.ripcord.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of which topic: {@code NAME}, or {@code NAME@FROM..TO} where each end may be left out.
 *
 * @param from the first record that is read; empty for the first that is still there
 * @param to the first record that is not; empty for what comes after the command has begun
 */
record TopicRange(String topic, Optional<RangeEnd> from, Optional<RangeEnd> to) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /**
     * @param now milliseconds since the epoch, which relative times are reckoned from
     * @param problems is told everything that is wrong
     */
    static Optional<TopicRange> parse(String text, long now, List<String> problems) {
        int at = text.indexOf('@');
        var name = at < 0 ? text : text.substring(0, at);
        var found = new ArrayList<String>();
        if (!NAME.matcher(name).matches()) {
            found.add("'" + name + "' is not the name of a topic; it must be one such as " + Topic.EVENTS.topicName());
        }
        var range = at < 0 ? ".." : text.substring(at + 1);
        int dots = range.indexOf("..");
        if (dots < 0) {
            found.add("'" + range + "' is not a part of a topic; it must be FROM..TO, such as -2h.. or 0..5000");
        }
        var from = dots < 0 ? Optional.<RangeEnd>empty() : end(range.substring(0, dots), now, found);
        var to = dots < 0 ? Optional.<RangeEnd>empty() : end(range.substring(dots + 2), now, found);
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(new TopicRange(name, from, to)) : Optional.empty();
    }

    private static Optional<RangeEnd> end(String text, long now, List<String> problems) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var end = RangeEnd.parse(text, now);
        if (end.isEmpty()) {
            problems.add("'" + text + "' is neither a time nor an offset; it must be 2026-01-01T08:00:00Z, -2h for two"
                    + " hours ago, or a whole number for the offset in every partition");
        }
        return end;
    }
}

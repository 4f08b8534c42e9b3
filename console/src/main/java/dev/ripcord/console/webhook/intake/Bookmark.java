package dev.ripcord.console.webhook.intake;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far the hooks are in one partition, as it is saved with the group's offset. The offset is that of the hook that
 * is furthest behind: whoever takes over begins there. The others' lead stands in the metadata, so that a receiver that
 * is down does not make the others hear everything again.
 *
 * @param offset before which every hook is done
 * @param ahead of hooks that are further, how many records; by name
 */
record Bookmark(long offset, Map<String, Long> ahead) {
    /** Fits fifty hooks into what Kafka keeps of metadata (offset.metadata.max.bytes, 4096). */
    private static final Pattern LEAD = Pattern.compile("([a-z0-9-]+)\\+(\\d{1,18})");

    /** @param next by hook, the first record that it is not done with */
    static Bookmark of(Map<String, Long> next) {
        long offset = next.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        Map<String, Long> ahead = new TreeMap<>();
        next.forEach((hook, own) -> {
            if (own > offset) {
                ahead.put(hook, own - offset);
            }
        });
        return new Bookmark(offset, ahead);
    }

    /** What is written in an unknown way means that nobody is ahead: told twice is better than not at all. */
    static Bookmark read(OffsetAndMetadata saved) {
        Map<String, Long> ahead = new TreeMap<>();
        Arrays.stream(saved.metadata().split(" "))
                .map(LEAD::matcher)
                .filter(Matcher::matches)
                .forEach(lead -> {
                    ahead.put(lead.group(1), Long.parseLong(lead.group(2)));
                });
        return new Bookmark(saved.offset(), ahead);
    }

    OffsetAndMetadata saved() {
        return new OffsetAndMetadata(
                offset,
                ahead.entrySet().stream()
                        .map(lead -> lead.getKey() + "+" + lead.getValue())
                        .collect(Collectors.joining(" ")));
    }

    /** @return the first record that the hook is not done with */
    long next(String hook) {
        return offset + ahead.getOrDefault(hook, 0L);
    }
}

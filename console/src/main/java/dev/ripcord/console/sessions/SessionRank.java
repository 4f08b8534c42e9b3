package dev.ripcord.console.sessions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a session stands in a list. As text it is the cursor that a next page begins behind: sessions change while
 * somebody turns the pages, and one that moves meanwhile comes twice or not at all, but no page shifts.
 *
 * @param level decides first; the higher the earlier
 * @param value decides within a level
 * @param changedAt decides then
 * @param key of the session: no two stand in the same place
 */
record SessionRank(int level, long value, long changedAt, String key) implements Comparable<SessionRank> {
    private static final int PARTS = 4;
    private static final Comparator<SessionRank> ORDER = Comparator.comparingInt(SessionRank::level)
            .thenComparingLong(SessionRank::value)
            .thenComparingLong(SessionRank::changedAt)
            .reversed()
            .thenComparing(SessionRank::key);

    @Override
    public int compareTo(SessionRank other) {
        return ORDER.compare(this, other);
    }

    String text() {
        String plain = level + "." + value + "." + changedAt + "." + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @return empty where the text is no cursor */
    static Optional<SessionRank> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\.", PARTS);
            return parts.length == PARTS
                    ? Optional.of(new SessionRank(
                            Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

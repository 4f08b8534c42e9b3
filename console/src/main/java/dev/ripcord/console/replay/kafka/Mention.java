package dev.ripcord.console.replay.kafka;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a record may be about a session, told from its bytes: parsing millions of records of other sessions is what
 * reading a partition would take its time for. Says yes where it is not sure.
 */
final class Mention {
    /** Written by every producer as they are. Numbers are left out: {@code 1e2} names the session {@code 1E+2}. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_.:@#~ -][A-Za-z0-9_.:@#~ -]*");

    private static final byte[] ESCAPE = "\\u".getBytes(StandardCharsets.UTF_8);

    private final byte[] id;

    /** @param sessionId as events name it */
    Mention(String sessionId) {
        id = PLAIN.matcher(sessionId).matches() ? sessionId.getBytes(StandardCharsets.UTF_8) : null;
    }

    boolean in(byte[] record) {
        // Somebody may spell any letter as its number.
        return id == null || contains(record, id) || contains(record, ESCAPE);
    }

    private static boolean contains(byte[] text, byte[] part) {
        int last = text.length - part.length;
        for (int begin = 0; begin <= last; begin++) {
            int length = 0;
            while (length < part.length && text[begin + length] == part[length]) {
                length++;
            }
            if (length == part.length) {
                return true;
            }
        }
        return false;
    }
}

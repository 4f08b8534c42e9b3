package dev.ripcord.deploy.replay;

import dev.ripcord.json.Json;

/**
 * JSON that a terminal shows and does not obey. Jackson escapes the control characters below 0x20 alone; of those from
 * 0x7f to 0x9f some are commands to a terminal as well, and marks of direction turn what is read.
 */
public final class SafeJson {
    private SafeJson() {}

    /** @return one line; the same value to whoever parses it */
    public static String line(Object value) {
        var text = Json.text(value);
        StringBuilder safe = null;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean steers = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
            if (steers && safe == null) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, index);
            }
            if (safe != null) {
                safe.append(steers ? String.format("\\u%04x", (int) character) : String.valueOf(character));
            }
        }
        return safe == null ? text : safe.toString();
    }
}

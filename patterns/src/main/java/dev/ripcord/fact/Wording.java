package dev.ripcord.fact;

import dev.ripcord.event.Payload;

/**
 * What a planner or an agent says, as far as facts compare it.
 *
 * @param fingerprint equal for equal texts; {@link CanonicalHash#NONE} where nothing is said
 * @param sketch near for nearly equal texts; {@link CanonicalHash#NONE} where only a hash of the text is given
 */
record Wording(long fingerprint, long sketch) {
    static final Wording NONE = new Wording(CanonicalHash.NONE, CanonicalHash.NONE);

    /** Letter case and white space aside. */
    static Wording ofDecision(Payload payload) {
        String text = payload.textOr("decision", payload.textOr("content", ""));
        return text.isBlank() ? ofHash(payload) : new Wording(CanonicalHash.ofText(plain(text)), Sketch.of(text));
    }

    /** To the letter. */
    static Wording ofMessage(Payload payload) {
        String text = payload.textOr("content", "");
        return text.isBlank() ? ofHash(payload) : new Wording(CanonicalHash.ofText(text), Sketch.of(text));
    }

    /** @return the fingerprint of a text, letter case and white space aside; {@link CanonicalHash#NONE} of a blank one */
    static long ofTask(String task) {
        return task.isBlank() ? CanonicalHash.NONE : CanonicalHash.ofText(plain(task));
    }

    /** Where the producer keeps the text back, its hash tells equal texts from others, and no more. */
    private static Wording ofHash(Payload payload) {
        return payload.text("content_hash")
                .map(hash -> new Wording(CanonicalHash.ofText(hash), CanonicalHash.NONE))
                .orElse(NONE);
    }

    private static String plain(String text) {
        char[] plain = new char[text.length()];
        int length = 0;
        boolean space = false;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isWhitespace(character)) {
                space = length > 0;
                continue;
            }
            if (space) {
                plain[length++] = ' ';
                space = false;
            }
            plain[length++] = Character.toLowerCase(character);
        }
        return new String(plain, 0, length);
    }
}

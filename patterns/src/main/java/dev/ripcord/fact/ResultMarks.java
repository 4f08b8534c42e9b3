package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Samples the lines of a result, so that one that says nothing new can be told from one that does: the lines of a text
 * without the space around them, or the single values of an object with their keys. Lines without a letter or digit do
 * not count.
 */
final class ResultMarks {
    static final int MAXIMUM = 8;

    /** Shorter results say too little: whatever was moved, what comes back is "moved 1 file". */
    static final int MIN_WORDS = 16;

    private static final int MAX_CHARACTERS = 32_768;

    /** As many words, of one character each, and what parts them. */
    private static final int MIN_CHARACTERS = 2 * MIN_WORDS - 1;

    private final LeastHashes lines = new LeastHashes(MAXIMUM);
    private int words;
    private int characters;

    private ResultMarks() {}

    /** @return {@link Marks#NONE} of a result below 16 words */
    static Marks of(JsonNode result) {
        ResultMarks marks = new ResultMarks();
        if (result.isContainerNode()) {
            marks.values(result, 0);
        } else if (result.isTextual() && result.textValue().length() >= MIN_CHARACTERS) {
            marks.text(result.textValue());
        }
        return marks.words < MIN_WORDS ? Marks.NONE : marks.lines.marks(0);
    }

    private void values(JsonNode value, long key) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                values(entry.getValue(), read(entry.getKey(), key));
            }
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                values(element, key);
            }
        } else if (characters < MAX_CHARACTERS) {
            line(read(value.asText(), key));
        }
    }

    /** A key or a value, with what stands before it. */
    private long read(String text, long before) {
        int end = Math.min(text.length(), MAX_CHARACTERS);
        characters += end;
        saysSomething(text, 0, end);
        return read(text, 0, end, before);
    }

    private void text(String text) {
        int length = Math.min(text.length(), MAX_CHARACTERS);
        for (int begin = 0; begin < length; ) {
            int found = text.indexOf('\n', begin);
            int end = found < 0 || found > length ? length : found;
            if (saysSomething(text, begin, end)) {
                line(read(text, begin, end, 0));
            }
            begin = end + 1;
        }
    }

    /** Counts the words while they may be too few. */
    private boolean saysSomething(String text, int begin, int end) {
        boolean said = false;
        boolean inWord = false;
        for (int index = begin; index < end; index++) {
            boolean wordPart = WordHash.part(text.charAt(index)) != WordHash.NO_PART;
            words += wordPart && !inWord ? 1 : 0;
            inWord = wordPart;
            said |= wordPart;
            if (said && words >= MIN_WORDS) {
                return true;
            }
        }
        return said;
    }

    /** @return hash of all from the first to the last character that is no space */
    private static long read(String text, int begin, int end, long seed) {
        int first = begin;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        long hash = seed;
        for (int index = first; index < last; index++) {
            hash = WordHash.with(hash, text.charAt(index));
        }
        return hash;
    }

    private void line(long hash) {
        lines.add(WordHash.mixed(hash) >>> 1);
    }
}

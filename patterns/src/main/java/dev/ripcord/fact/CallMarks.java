package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Samples what a call says, so that calls can be found to be nearly the same: the pairs of neighbouring words of the
 * tool, the keys and the values. Letter case and the order of keys do not count.
 */
final class CallMarks {
    /** Two calls with no more pairs than that together are compared exactly. */
    static final int MAXIMUM = 12;

    /** Further words do not count: a file that is written is known by how it begins. */
    private static final int MAX_WORDS = 128;

    private static final int MARK = Character.SIZE;

    private final LeastHashes pairs = new LeastHashes(MAXIMUM);
    private int words;

    private CallMarks() {}

    /** @param without names that do not count at the top level of the arguments */
    static Marks of(String tool, JsonNode arguments, Set<String> without) {
        CallMarks marks = new CallMarks();
        long name = tool.hashCode();
        if (arguments.isObject()) {
            for (Map.Entry<String, JsonNode> entry : arguments.properties()) {
                if (!without.contains(entry.getKey())) {
                    marks.value(entry.getValue(), marks.text(entry.getKey(), name));
                }
            }
        } else {
            marks.value(arguments, name);
        }
        if (marks.words == 0) {
            marks.pair(0, name);
        }
        return marks.pairs.marks(0);
    }

    private void value(JsonNode value, long before) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                value(entry.getValue(), text(entry.getKey(), before));
            }
        } else if (value.isArray()) {
            for (JsonNode element : value) {
                value(element, before);
            }
        } else if (!value.isNull() && words < MAX_WORDS) {
            text(value.asText(), before);
        }
    }

    /** @return the text's last word; the one before it where the text has none */
    private long text(String text, long before) {
        long latest = before;
        long word = 0;
        for (int index = 0; index < text.length() && words < MAX_WORDS; index++) {
            char character = text.charAt(index);
            char part = character == '_' ? character : WordHash.part(character);
            if (part != WordHash.NO_PART) {
                word = WordHash.with(word, part);
            } else if (word != 0) {
                latest = pair(latest, word);
                word = 0;
            }
        }
        return word == 0 ? latest : pair(latest, word);
    }

    private long pair(long before, long word) {
        words++;
        pairs.add(WordHash.mixed(WordHash.with(before, word)) >>> Long.SIZE - MARK);
        return word;
    }
}

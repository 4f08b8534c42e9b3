package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What makes two errors the same: the words of the line that tells what happened, without what differs each time. */
final class ErrorText {
    private static final String[] TELLING_KEYS = {
        "message", "error_message", "error", "detail", "reason", "title", "type"
    };
    private static final String TRACEBACK = "Traceback";
    private static final String QUOTES = "'\"`";

    /** How much of a text is looked at, from the beginning or, of a traceback, from the end. */
    private static final int MAX_LENGTH = 1_024;

    private ErrorText() {}

    /** @return the text in which the value tells its error */
    static String of(JsonNode value) {
        if (value.isArray() && !value.isEmpty()) {
            return of(value.get(0));
        }
        for (String key : TELLING_KEYS) {
            if (value.path(key).isTextual()) {
                return value.path(key).textValue();
            }
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /** @return the same for errors that differ only in letter case, in quoted parts and in words with digits */
    static long fingerprint(String text) {
        String line = tellingLine(text.strip());
        String words = words(line);
        return CanonicalHash.ofText(words.isEmpty() ? line : words);
    }

    /** A traceback tells in its last line; a line that ends in a colon only announces the next one. */
    private static String tellingLine(String text) {
        if (text.startsWith(TRACEBACK)) {
            return text.substring(Math.max(text.lastIndexOf('\n') + 1, text.length() - MAX_LENGTH));
        }
        String looked = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        return looked.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.endsWith(":"))
                .findFirst()
                .orElse(looked);
    }

    private static String words(String line) {
        StringBuilder words = new StringBuilder();
        int index = 0;
        while (index < line.length()) {
            int end = endOfQuote(line, index);
            if (end < 0) {
                end = endOfWord(line, index);
                append(words, line.substring(index, end));
            }
            index = Math.max(end, index + 1);
        }
        return words.toString();
    }

    private static void append(StringBuilder words, String word) {
        if (!word.isEmpty() && word.chars().noneMatch(Character::isDigit)) {
            words.append(words.isEmpty() ? "" : " ").append(word.toLowerCase(Locale.ROOT));
        }
    }

    /** @return the index after the word that begins here; the same index where none does */
    private static int endOfWord(String line, int from) {
        int end = from;
        while (end < line.length() && isWordPart(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /** @return the index after the quoted part that begins here, or -1; the apostrophe in "can't" begins none */
    private static int endOfQuote(String line, int from) {
        char quote = line.charAt(from);
        if (QUOTES.indexOf(quote) < 0 || from > 0 && isWordPart(line.charAt(from - 1))) {
            return -1;
        }
        int close = line.indexOf(quote, from + 1);
        while (close > 0 && close + 1 < line.length() && isWordPart(line.charAt(close + 1))) {
            close = line.indexOf(quote, close + 1);
        }
        return close < 0 ? -1 : close + 1;
    }

    private static boolean isWordPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}

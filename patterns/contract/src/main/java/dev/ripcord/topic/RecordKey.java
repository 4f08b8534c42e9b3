package dev.ripcord.topic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keys of records that have several parts, joined by slashes: {@code session/default/invoice-9}.
 *
 * <p>Ids may contain anything. Within a part a slash, a percent sign and control characters are percent-encoded, so that
 * two different keys never read the same: {@code a/b} becomes {@code a%2Fb}. To read a key: split it at the slashes,
 * then decode each part as in a URL's path.
 */
public final class RecordKey {
    private RecordKey() {}

    public static String of(String... parts) {
        return Arrays.stream(parts).map(RecordKey::encoded).collect(Collectors.joining("/"));
    }

    /**
     * @return the parts that the key was made of
     * @throws IllegalArgumentException where a percent sign begins no encoded character
     */
    public static List<String> parts(String key) {
        // A plus sign means itself in a key, and a blank in what the JDK decodes.
        return Arrays.stream(key.split("/", -1))
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static String encoded(String part) {
        if (part.chars().noneMatch(RecordKey::isReserved)) {
            return part;
        }
        StringBuilder text = new StringBuilder();
        part.codePoints().forEach(character -> {
            if (isReserved(character)) {
                appendEncoded(text, Character.toString(character));
            } else {
                text.appendCodePoint(character);
            }
        });
        return text.toString();
    }

    private static void appendEncoded(StringBuilder text, String character) {
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            text.append('%').append(String.format("%02X", one));
        }
    }

    private static boolean isReserved(int character) {
        return character == '/' || character == '%' || Character.isISOControl(character);
    }
}

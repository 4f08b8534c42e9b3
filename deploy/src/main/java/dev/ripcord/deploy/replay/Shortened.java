package dev.ripcord.deploy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.print.Printable;
import java.util.regex.Pattern;

/** What agents wrote, on a part of a line. */
final class Shortened {
    static final int LENGTH = 100;

    /** What a program writes to colour a terminal, as tool results are full of it: ECMA-48's control sequences. */
    private static final Pattern COLOURS = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]");

    private static final int MOST_LOOKED_AT = 10 * LENGTH;

    private Shortened() {}

    /** @return texts as they are, whatever else as JSON; one line, cut where it is long, without control characters */
    static String of(JsonNode value) {
        return of(value.isTextual() ? value.textValue() : value.toString());
    }

    static String of(String text) {
        // Cut first: a megabyte need not be looked at for a line.
        var beginning = text.length() > MOST_LOOKED_AT ? text.substring(0, MOST_LOOKED_AT) : text;
        var plain = COLOURS.matcher(beginning).replaceAll("");
        boolean cut = plain.codePointCount(0, plain.length()) > LENGTH;
        var line = Printable.line(cut ? plain.substring(0, plain.offsetByCodePoints(0, LENGTH)) : plain);
        return cut || beginning.length() < text.length() ? line + "…" : line;
    }
}

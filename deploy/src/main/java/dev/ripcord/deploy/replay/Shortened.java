package dev.ripcord.deploy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.print.Printable;

/** What agents wrote, on a part of a line. */
final class Shortened {
    static final int LENGTH = 100;

    private Shortened() {}

    /** @return texts as they are, whatever else as JSON; one line, cut where it is long, without control characters */
    static String of(JsonNode value) {
        return of(value.isTextual() ? value.textValue() : value.toString());
    }

    static String of(String text) {
        // Cut first: a megabyte need not be looked at for a line.
        boolean cut = text.codePointCount(0, Math.min(text.length(), 2 * LENGTH + 2)) > LENGTH;
        var line = Printable.line(cut ? text.substring(0, text.offsetByCodePoints(0, LENGTH)) : text);
        return cut ? line + "…" : line;
    }
}

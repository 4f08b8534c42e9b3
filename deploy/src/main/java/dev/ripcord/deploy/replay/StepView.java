package dev.ripcord.deploy.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.deploy.print.Printable;
import dev.ripcord.json.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a session stood at a step.
 *
 * @param state that was reported last, at that step or before; null where none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(Entry entry, JsonNode state) {
    public List<String> lines(boolean colours) {
        var lines = new ArrayList<>(new EntryLines(colours).of(entry));
        lines.add("");
        lines.add("spent so far: " + ReportLines.totals(entry.totals()));
        lines.add("");
        lines.add("event");
        lines.addAll(pretty(entry.event()));
        lines.add("");
        lines.add(state == null ? "state: none was reported by then" : "state, as it was reported last");
        if (state != null) {
            lines.addAll(pretty(state));
        }
        lines.add("");
        lines.add("facts");
        entry.facts().forEach((name, value) -> lines.add(String.format(Locale.ROOT, "  %-26s %s", name, value)));
        return lines;
    }

    /** Jackson escapes no character that turns the direction of writing, nor those from 0x7f to 0x9f. */
    private static List<String> pretty(JsonNode value) {
        try {
            return Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(value)
                    .lines()
                    .map(line -> "  " + Printable.line(line))
                    .toList();
        } catch (JsonProcessingException wasRead) {
            throw new UncheckedIOException(wasRead);
        }
    }
}

package dev.ripcord.console.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Keeps the entries of one page. */
final class PageVisitor implements Visitor {
    /** A page with payloads ends here, with one entry at the least. */
    private static final long MOST_CHARACTERS = 4L << 20;

    private final TimelineQuery query;
    private final List<String> entries = new ArrayList<>();
    private long characters;
    private OptionalLong next = OptionalLong.empty();

    PageVisitor(TimelineQuery query) {
        this.query = query;
    }

    @Override
    public boolean visit(Entry entry, byte[] record) {
        if (entry.step() < query.from()) {
            return true;
        }
        if (entries.size() == query.limit() || characters > MOST_CHARACTERS) {
            next = OptionalLong.of(entry.step());
            return false;
        }
        String text = text(entry);
        entries.add(text);
        characters += text.length();
        return true;
    }

    private String text(Entry entry) {
        ObjectNode tree = Json.MAPPER.valueToTree(query.payload() ? entry : entry.summary());
        if (!query.facts()) {
            tree.remove("facts");
        }
        return Json.text(tree);
    }

    TimelinePage page(List<String> remarks) {
        return new TimelinePage(entries, next, remarks);
    }
}

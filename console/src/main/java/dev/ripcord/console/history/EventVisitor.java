package dev.ripcord.console.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.replay.timeline.Entry;
import dev.ripcord.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keeps one entry, with its record as it was written: the entry's own tree has lost blanks and repeated keys. */
final class EventVisitor implements Visitor {
    private final long step;
    private String found;

    EventVisitor(long step) {
        this.step = step;
    }

    @Override
    public boolean visit(Entry entry, byte[] record) {
        if (entry.step() == step) {
            ObjectNode tree = Json.MAPPER.valueToTree(entry);
            tree.remove("event");
            String members = Json.text(tree);
            found = members.substring(0, members.length() - 1) + ",\"event\":" + text(record) + "}";
        }
        return entry.step() < step;
    }

    /** A byte order mark may begin a record, but not a value within another. */
    private static String text(byte[] record) {
        String text = new String(record, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @return the entry as JSON; empty where the session has no such step */
    Optional<String> found() {
        return Optional.ofNullable(found);
    }
}

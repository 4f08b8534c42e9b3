package dev.ripcord.console.replay.reconstruct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.console.replay.timeline.StateChange;
import dev.ripcord.console.replay.timeline.StateChange.ChangedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The keys in which two states differ. Objects are compared key by key, whatever else as a whole. */
final class StateDiff {
    private static final int MOST_KEYS = 50;

    private final List<ChangedKey> changed = new ArrayList<>();
    private int more;

    private StateDiff() {}

    static StateChange of(JsonNode before, JsonNode after, String hash, Long seenBefore) {
        StateDiff diff = new StateDiff();
        diff.compare("", before, after);
        return new StateChange(
                StateChange.Given.STATE,
                hash,
                !diff.changed.isEmpty(),
                seenBefore,
                diff.changed,
                diff.more == 0 ? null : diff.more);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, one.get(name), other.get(name));
            }
        } else if (before == null || !before.equals(after)) {
            add(path, before, after);
        }
    }

    private void add(String path, JsonNode before, JsonNode after) {
        if (changed.size() < MOST_KEYS) {
            changed.add(new ChangedKey(path, before, after));
        } else {
            more++;
        }
    }
}

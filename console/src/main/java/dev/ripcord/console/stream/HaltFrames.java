package dev.ripcord.console.stream;

import dev.ripcord.console.halts.HaltChange;
import dev.ripcord.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a change on {@code ripcord.halts} is told to those who follow. */
final class HaltFrames {
    private HaltFrames() {}

    static Frame frame(HaltChange change) {
        String id = Long.toString(change.offset());
        if (change.isRemoval()) {
            return Frame.of("removed", id, Json.text(Map.of("key", change.key())));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", change.key());
        data.put("time", change.record().time());
        data.put("record", change.record().text());
        return Frame.of("record", id, Json.text(data));
    }
}

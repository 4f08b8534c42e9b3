package dev.ripcord.event;

import java.util.List;

/** What became of a record's bytes: an event, or the reasons why they are none. */
public sealed interface Decoded permits Decoded.Readable, Decoded.Unreadable {

    record Readable(Event event) implements Decoded {}

    /** @param reasons every reason found, each naming the key, what was found and what would be right */
    record Unreadable(List<String> reasons) implements Decoded {
        public Unreadable {
            reasons = List.copyOf(reasons);
        }

        public String reason() {
            return String.join("; ", reasons);
        }
    }
}

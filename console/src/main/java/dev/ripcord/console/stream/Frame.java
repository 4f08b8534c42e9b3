package dev.ripcord.console.stream;

import java.nio.charset.StandardCharsets;

/**
 * An event of a stream as it goes over the wire. Made once, and shared by all who get it.
 *
 * @param bytes nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(byte[] bytes) {
    /**
     * @param event the kind of event
     * @param id from which the client resumes; null where it changes nothing about that
     * @param data any text
     */
    public static Frame of(String event, String id, String data) {
        StringBuilder text = new StringBuilder(data.length() + 64);
        text.append("event: ").append(event).append('\n');
        if (id != null) {
            text.append("id: ").append(id).append('\n');
        }
        // A line break would end the field: each line of the data is one of its own.
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        return new Frame(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }
}

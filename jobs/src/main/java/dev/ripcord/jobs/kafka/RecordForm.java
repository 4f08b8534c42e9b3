package dev.ripcord.jobs.kafka;

import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;

/** How a value becomes a Kafka record: its key, its JSON, and headers where it has any. */
public interface RecordForm<T> extends Serializable {
    String key(T value);

    /** @return what is written as JSON */
    default Object body(T value) {
        return value;
    }

    /** @return the record's value; null where the key is to leave its topic */
    default byte[] value(T value) {
        return Json.bytes(body(value));
    }

    /**
     * Before the first value, where it is written.
     *
     * @throws IOException where something that it needs cannot be read
     */
    default void open() throws IOException {}

    default Map<String, String> headers(T value) {
        return Map.of();
    }
}

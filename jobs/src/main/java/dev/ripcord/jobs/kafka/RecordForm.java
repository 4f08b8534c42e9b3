package dev.ripcord.jobs.kafka;

import java.io.Serializable;
import java.util.Map;

/** How a value becomes a Kafka record: its key, its JSON, and headers where it has any. */
public interface RecordForm<T> extends Serializable {
    String key(T value);

    /** @return what is written as JSON */
    default Object body(T value) {
        return value;
    }

    default Map<String, String> headers(T value) {
        return Map.of();
    }
}

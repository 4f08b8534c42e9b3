package dev.ripcord.console.webhook.hook;

import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** Where the record stands that a notice was read from. */
public record RecordPlace(TopicPartition partition, long offset) {
    public RecordPlace {
        Objects.requireNonNull(partition, "partition");
    }
}

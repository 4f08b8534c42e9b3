package dev.ripcord.console.webhook.hook;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Of each partition the first record that something not yet delivered rests on: nothing from there on is done with. */
final class Holds {
    private final Map<TopicPartition, Long> first = new HashMap<>();

    void add(RecordPlace place) {
        first.merge(place.partition(), place.offset(), Math::min);
    }

    void addAll(Holds others) {
        others.first.forEach((partition, offset) -> first.merge(partition, offset, Math::min));
    }

    OptionalLong of(TopicPartition partition) {
        Long offset = first.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** @return these, leaving none */
    Holds taken() {
        Holds taken = new Holds();
        taken.first.putAll(first);
        first.clear();
        return taken;
    }
}

package dev.ripcord.jobs.kafka;

import dev.ripcord.jobs.control.ControlLoader;
import dev.ripcord.jobs.control.ControlRecord;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.util.List;

/** Reads {@code ripcord.halts} to the end that it has now, so that no event is judged before the releases are known. */
public record ControlTopic(KafkaSettings kafka) implements ControlLoader {
    @Override
    public List<ControlRecord> load() {
        return WholeTopic.read(Topic.HALTS, kafka, ControlRecord::new);
    }
}

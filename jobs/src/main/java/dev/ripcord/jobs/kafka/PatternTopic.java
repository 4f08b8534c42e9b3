package dev.ripcord.jobs.kafka;

import dev.ripcord.detection.PatternRecord;
import dev.ripcord.jobs.detect.PatternLoader;
import dev.ripcord.jobs.settings.KafkaSettings;
import dev.ripcord.topic.Topic;
import java.util.List;

/** Reads {@code ripcord.patterns} to the end that it has now, so that no event is judged before the patterns are known. */
public record PatternTopic(KafkaSettings kafka) implements PatternLoader {
    @Override
    public List<PatternRecord> load() {
        return WholeTopic.read(Topic.PATTERNS, kafka, PatternRecord::new);
    }
}

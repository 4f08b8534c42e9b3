package dev.ripcord.console.webhook.intake;

import java.util.Properties;

/** How the topics are read. */
final class ConsumerSettings {
    private ConsumerSettings() {}

    /** @param client how to reach Kafka; what it says of sessions and metadata counts, of groups it does not */
    static Properties of(Properties client, String group) {
        var properties = new Properties();
        properties.put("client.id", group);
        // Another gateway takes over from one that died within so long.
        properties.put("session.timeout.ms", "10000");
        properties.put("heartbeat.interval.ms", "3000");
        // A topic that is created later is found soon.
        properties.put("metadata.max.age.ms", "5000");
        properties.putAll(client);
        properties.put("group.id", group);
        properties.put("enable.auto.commit", "false");
        // Where the saved offset is gone, what is left is told; a first start sets its offset itself.
        properties.put("auto.offset.reset", "earliest");
        return properties;
    }
}

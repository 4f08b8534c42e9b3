package dev.ripcord.console.operate;

import java.util.Properties;

/** How the desk's Kafka clients behave: a person waits for the answer. */
final class ClientSettings {
    private static final String PATIENCE_MILLIS = "10000";

    private ClientSettings() {}

    static Properties of(Properties client) {
        Properties settings = new Properties();
        client.stringPropertyNames().forEach(name -> settings.put(name, client.getProperty(name)));
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        return settings;
    }

    static Properties producer(Properties client) {
        Properties settings = of(client);
        settings.remove("default.api.timeout.ms");
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        settings.putIfAbsent("max.block.ms", PATIENCE_MILLIS);
        settings.put("delivery.timeout.ms", PATIENCE_MILLIS);
        return settings;
    }
}

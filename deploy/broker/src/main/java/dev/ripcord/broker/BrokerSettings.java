package dev.ripcord.broker;

import static dev.ripcord.broker.BoundPorts.CLIENTS;
import static dev.ripcord.broker.BoundPorts.CONTROLLER;
import static dev.ripcord.broker.BoundPorts.LOOPBACK;

import java.nio.file.Path;
import java.util.Properties;

/** What a broker of one node is told: small, quick to start, all its replicas on itself. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    private static final int LARGEST_RECORD = 6 * 1024 * 1024;

    private BrokerSettings() {}

    static Properties of(Path directory, BoundPorts ports) {
        var settings = new Properties();
        settings.put("log.dirs", directory.toString());
        nodeOfItsOwnQuorum(settings, ports);
        internalTopicsOnOneNode(settings);
        smallAndQuick(settings);
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", String.valueOf(LARGEST_RECORD));
        settings.put("replica.fetch.max.bytes", String.valueOf(LARGEST_RECORD));
        return settings;
    }

    private static void nodeOfItsOwnQuorum(Properties settings, BoundPorts ports) {
        var controller = LOOPBACK + ":" + ports.controller();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", CLIENTS);
        settings.put(
                "listeners",
                CLIENTS + "://" + LOOPBACK + ":" + ports.clients() + "," + CONTROLLER + "://" + controller);
        settings.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static void internalTopicsOnOneNode(Properties settings) {
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void smallAndQuick(Properties settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("metric.reporters", "");
        // By default the cleaner of compacted topics takes 128 MiB of heap at once.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
    }
}

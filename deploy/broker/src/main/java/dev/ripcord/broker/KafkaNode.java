package dev.ripcord.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker and controller, put together from Kafka's own parts.
 *
 * <p>Not by {@code KafkaRaftServer}: that ends the whole JVM when something goes wrong, and cannot be handed ports that
 * are bound already.
 */
final class KafkaNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
    /** A closing broker asks to hand its partitions over; there is nobody to take them. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(Properties settings, BoundPorts ports) {
        var config = KafkaConfig.fromProps(settings, false);
        var storage = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var shared = new SharedServer(
                config,
                storage._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, storage._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                ports);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage._2());
        this.broker = new BrokerServer(shared);
    }

    static KafkaNode start(DataDirectory directory, BoundPorts ports) throws Exception {
        if (!directory.isFormatted()) {
            format(directory.path());
        }
        var node = new KafkaNode(BrokerSettings.of(directory.path(), ports), ports);
        try {
            node.controller.startup();
            node.broker.startup();
            return node;
        } catch (Exception failed) {
            node.close();
            throw failed;
        }
    }

    /** Marks an empty directory as a new cluster's. */
    private static void format(Path directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(BoundPorts.CONTROLLER)
                .run();
    }

    @Override
    public void close() {
        broker.shutdown(CLOSE_WITHIN);
        controller.shutdown();
    }
}

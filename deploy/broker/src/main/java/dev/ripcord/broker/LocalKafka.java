package dev.ripcord.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in this JVM, on 127.0.0.1 only.
 *
 * <p>Topics do not come into being by being asked for, and they take records of 6 MiB.
 */
public final class LocalKafka implements AutoCloseable {
    /** Instead of a port: any that is free. */
    public static final int FREE_PORT = 0;

    private final DataDirectory directory;
    private final BoundPorts ports;
    private final String bootstrapServers;
    private final KafkaNode node;

    private LocalKafka(DataDirectory directory, BoundPorts ports) throws Exception {
        this.directory = directory;
        this.ports = ports;
        this.bootstrapServers = BoundPorts.LOOPBACK + ":" + ports.clients();
        this.node = KafkaNode.start(directory, ports);
    }

    /** Starts a broker on a free port, in a temporary directory that goes with it. */
    public static LocalKafka start() {
        return start(FREE_PORT);
    }

    /** Starts a broker on the port, in a temporary directory that goes with it. */
    public static LocalKafka start(int port) {
        return start(DataDirectory::temporary, port);
    }

    /** Starts a broker on the port, on the data that an earlier one left in the directory, if any. */
    public static LocalKafka start(Path directory, int port) {
        return start(() -> DataDirectory.at(directory), port);
    }

    private static LocalKafka start(Opening opening, int port) {
        DataDirectory directory = null;
        BoundPorts ports = null;
        try {
            directory = opening.open();
            ports = BoundPorts.bind(port);
            return new LocalKafka(directory, ports);
        } catch (Exception failed) {
            closeAll(failed, ports, directory);
            throw new IllegalStateException("Kafka did not start: " + failed.getMessage(), failed);
        }
    }

    private static void closeAll(Exception failed, AutoCloseable... opened) {
        for (var one : opened) {
            try {
                if (one != null) {
                    one.close();
                }
            } catch (Exception another) {
                failed.addSuppressed(another);
            }
        }
    }

    /** What clients connect to, as in {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Where the data is. */
    public Path directory() {
        return directory.path();
    }

    @Override
    public void close() {
        // Closed from the inside out: the node, then its ports, then its data.
        try (directory;
                ports) {
            node.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Kafka's data cannot be removed from " + directory.path(), failed);
        }
    }

    private interface Opening {
        DataDirectory open() throws IOException;
    }
}

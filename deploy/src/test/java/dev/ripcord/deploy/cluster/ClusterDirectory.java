package dev.ripcord.deploy.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of one cluster, as Flink's own scripts expect them: lib, conf, log and a place for temporary ones. */
record ClusterDirectory(Path lib, Path root, URI address) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOG4J = String.join(
            "\n",
            "rootLogger.level = INFO",
            "rootLogger.appenderRef.file.ref = file",
            "appender.file.name = file",
            "appender.file.type = File",
            "appender.file.fileName = ${sys:log.file}",
            "appender.file.layout.type = PatternLayout",
            "appender.file.layout.pattern = %d %-5p %-60c %x - %m%n",
            "");

    /** Writes the configuration. The two ports that others must know are looked for here; the rest are Flink's choice. */
    static ClusterDirectory prepare(Path lib, Path root, Map<String, String> settings) throws IOException {
        if (!Files.isDirectory(lib)) {
            throw new IOException("there are no Flink jars in " + lib + "; build the module deploy/flink");
        }
        try (var rest = freePort();
                var rpc = freePort()) {
            var directory = new ClusterDirectory(
                    lib.toAbsolutePath(),
                    root.toAbsolutePath(),
                    URI.create("http://" + LOOPBACK + ":" + rest.getLocalPort() + "/"));
            Files.createDirectories(directory.conf());
            Files.createDirectories(directory.logs());
            Files.createDirectories(directory.temporary());
            directory.write(rest.getLocalPort(), rpc.getLocalPort(), settings);
            return directory;
        }
    }

    private static ServerSocket freePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
    }

    Path conf() {
        return root.resolve("conf");
    }

    Path logs() {
        return root.resolve("log");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    private void write(int restPort, int rpcPort, Map<String, String> settings) throws IOException {
        var all = new TreeMap<>(smallAndLocal());
        all.put("rest.port", String.valueOf(restPort));
        all.put("jobmanager.rpc.port", String.valueOf(rpcPort));
        all.put("io.tmp.dirs", temporary().toString());
        all.put("web.tmpdir", temporary().toString());
        all.putAll(settings);
        Files.writeString(
                conf().resolve("config.yaml"),
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(conf().resolve("log4j.properties"), LOG4J);
    }

    private static Map<String, String> smallAndLocal() {
        return Map.ofEntries(
                Map.entry("jobmanager.rpc.address", LOOPBACK),
                Map.entry("jobmanager.bind-host", LOOPBACK),
                Map.entry("taskmanager.host", LOOPBACK),
                Map.entry("taskmanager.bind-host", LOOPBACK),
                Map.entry("rest.address", LOOPBACK),
                Map.entry("rest.bind-address", LOOPBACK),
                // For as long the REST API repeats an old answer about a job.
                Map.entry("web.refresh-interval", "100 ms"),
                Map.entry("jobmanager.memory.heap.size", "512m"),
                Map.entry("taskmanager.memory.process.size", "1100m"),
                Map.entry("taskmanager.memory.managed.size", "128m"),
                Map.entry("taskmanager.memory.jvm-metaspace.size", "192m"),
                Map.entry("taskmanager.memory.jvm-overhead.max", "128m"),
                Map.entry("taskmanager.memory.jvm-overhead.min", "128m"),
                Map.entry("taskmanager.numberOfTaskSlots", "2"),
                Map.entry("heartbeat.interval", "1 s"),
                Map.entry("heartbeat.timeout", "5 s"));
    }
}

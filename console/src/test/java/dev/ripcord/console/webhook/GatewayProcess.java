package dev.ripcord.console.webhook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/** Webhooks in a process of their own, to be killed. */
final class GatewayProcess {
    private GatewayProcess() {}

    static Process start(Path file, Properties kafkaClient) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayProcess.class.getName(),
                        file.toString(),
                        kafkaClient.getProperty("bootstrap.servers"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var kafkaClient = new Properties();
        kafkaClient.put("bootstrap.servers", arguments[1]);
        try (var webhooks = Webhooks.start(Path.of(arguments[0]), kafkaClient)) {
            new CountDownLatch(1).await();
        }
    }
}

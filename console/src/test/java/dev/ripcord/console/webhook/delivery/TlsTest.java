package dev.ripcord.console.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate must be for the name in the URL, although the connection goes to an address. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Resolver LOOPBACK = host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};

    @TempDir
    private Path directory;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private SSLContext context;
    private HttpsServer server;

    @BeforeEach
    void serve() throws Exception {
        context = context(certificateFor("right.example"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        timer.shutdownNow();
    }

    @Test
    void theRightNameIsBelieved() {
        assertThat(send("right.example", context.getSocketFactory())).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void anotherNameAtTheSameAddressIsNot() {
        assertThat(send("wrong.example", context.getSocketFactory()).reason()).contains("TLS failed", "wrong.example");
        assertThat(send("127.0.0.1", context.getSocketFactory()).reason()).contains("TLS failed");
    }

    @Test
    void aCertificateOfNobodyKnownIsNot() {
        assertThat(send("right.example", (SSLSocketFactory) SSLSocketFactory.getDefault())
                        .reason())
                .contains("TLS failed");
    }

    private Outcome send(String host, SSLSocketFactory tls) {
        var post = new Post(new Connections(tls, timer), LOOPBACK, true, Duration.ofSeconds(10));
        return post.send(
                Target.of("https://" + host + ":" + server.getAddress().getPort() + "/"), Map.of(), new byte[] {'1'});
    }

    private Path certificateFor(String name) throws Exception {
        Path store = directory.resolve("server.p12");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString());
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        return store;
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

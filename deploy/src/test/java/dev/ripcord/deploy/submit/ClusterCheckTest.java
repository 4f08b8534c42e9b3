package dev.ripcord.deploy.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterCheckTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/config", config("2.2.1", true));
        answer("/overview", overview(1, 2, 2));
        answer("/jobmanager/config", "[]");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFittingClusterWithAFreeSlotIsTaken() throws InterruptedException {
        assertThat(reasons(Optional.empty())).isEmpty();
    }

    @Test
    void theNextFlinkIsTakenToo() throws InterruptedException {
        answer("/config", config("2.3.0", true));

        assertThat(reasons(Optional.empty())).isEmpty();
    }

    @Test
    void anOlderFlinkIsRefusedByItsVersion() throws InterruptedException {
        answer("/config", config("1.20.0", true));

        assertThat(reasons(Optional.empty()))
                .containsExactly(address() + " runs Flink 1.20.0; Ripcord needs 2.2.x or 2.3.x");
    }

    @Test
    void aVersionThatOnlyBeginsLikeAFittingOneIsRefused() throws InterruptedException {
        answer("/config", config("2.20.0", true));

        assertThat(reasons(Optional.empty())).singleElement().asString().contains("runs Flink 2.20.0");
    }

    @Test
    void everythingThatDoesNotFitIsSaidAtOnce() throws InterruptedException {
        answer("/config", config("1.20.0", false));
        answer("/overview", overview(1, 4, 1));

        assertThat(reasons(Optional.of(3)))
                .hasSize(3)
                .anySatisfy(reason -> assertThat(reason).contains("runs Flink 1.20.0"))
                .anySatisfy(reason -> assertThat(reason).contains("web.submit.enable: true"))
                .anySatisfy(reason ->
                        assertThat(reason).contains("has 1 of 4 slots free on 1 TaskManagers; the job needs 3"));
    }

    @Test
    void withoutAParallelismTheClustersOwnCounts() throws InterruptedException {
        answer("/overview", overview(1, 2, 2));
        answer("/jobmanager/config", "[{\"key\": \"parallelism.default\", \"value\": \"8\"}]");

        assertThat(reasons(Optional.empty())).singleElement().asString().contains("the job needs 8");
        assertThat(reasons(Optional.of(2))).isEmpty();
    }

    @Test
    void aClusterThatStartsTaskManagersOnDemandNeedsNoFreeSlot() throws InterruptedException {
        answer("/overview", overview(0, 0, 0));
        answer("/jobmanager/config", "[{\"key\": \"kubernetes.cluster-id\", \"value\": \"guard\"}]");

        assertThat(reasons(Optional.of(4))).isEmpty();
    }

    @Test
    void aServerThatIsNoFlinkClusterIsRefused() throws InterruptedException {
        answer("/config", "<html>hello</html>");

        assertThat(reasons(Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("what answers at " + address() + " is not a Flink cluster")
                .endsWith("give its REST address with --cluster HOST:PORT");
    }

    @Test
    void anAddressWhereNobodyListensIsRefused() throws InterruptedException {
        var address = address();
        server.stop(0);

        assertThat(new ClusterCheck(new FlinkCluster(address), Optional.empty()).reasonsAgainst())
                .singleElement()
                .asString()
                .startsWith("no Flink cluster answers at " + address);
    }

    private List<String> reasons(Optional<Integer> parallelism) throws InterruptedException {
        return new ClusterCheck(new FlinkCluster(address()), parallelism).reasonsAgainst();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(String path, String body) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException firstAnswer) {
            // There is nothing to replace yet.
        }
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** As Flink 1.20 and 2.2 answer it. */
    private static String config(String version, boolean webSubmit) {
        return "{\"refresh-interval\":3000,\"timezone-name\":\"UTC\",\"timezone-offset\":0,\"flink-version\":\""
                + version
                + "\",\"flink-revision\":\"b1fe7b4 @ 2024-07-25T06:09:46+02:00\",\"features\":{\"web-submit\":"
                + webSubmit
                + ",\"web-cancel\":true,\"web-rescale\":false,\"web-history\":false}}";
    }

    private static String overview(int taskManagers, int slots, int freeSlots) {
        return "{\"taskmanagers\":" + taskManagers + ",\"slots-total\":" + slots + ",\"slots-available\":" + freeSlots
                + ",\"jobs-running\":0}";
    }
}

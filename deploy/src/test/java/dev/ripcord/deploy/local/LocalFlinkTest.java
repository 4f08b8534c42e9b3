package dev.ripcord.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalFlinkTest {
    private static LocalFlink flink;

    @BeforeAll
    static void start() {
        flink = LocalFlink.start();
    }

    @AfterAll
    static void stop() {
        flink.close();
    }

    @Test
    void aJobRunsOnceItIsStarted() throws Exception {
        var job = flink.run("endless", LocalFlinkTest::endless);

        assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
        assertThat(get("/jobs/" + job.getJobID())).contains("\"name\":\"endless\"", "\"state\":\"RUNNING\"");
        job.cancel().get();
    }

    @Test
    void severalJobsRunBesideEachOther() throws Exception {
        var first = flink.run("first", LocalFlinkTest::endless);
        var second = flink.run(environment -> {
            endless(environment);
            return environment.executeAsync("second");
        });

        assertThat(first.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
        assertThat(second.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
        first.cancel().get();
        second.cancel().get();
    }

    @Test
    void theWebPageIsServedOnThisMachineOnly() throws Exception {
        assertThat(flink.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(get("/")).contains("<title>Apache Flink Web Dashboard</title>");
    }

    @Test
    void aJobWhoseOperatorDoesNotOpenIsRefusedWithTheReason() {
        assertThatThrownBy(() -> flink.run("broken", LocalFlinkTest::unopenable))
                .hasMessage("the job did not start: there is no topic");
    }

    @Test
    void aJobThatWouldRestartForEverIsRefusedAndCancelled() throws Exception {
        assertThatThrownBy(() -> flink.run("restarting", environment -> {
                    environment.enableCheckpointing(60_000);
                    unopenable(environment);
                }))
                .hasMessage("the job did not start: there is no topic");

        await().untilAsserted(() -> assertThat(get("/jobs/overview"))
                .contains("\"name\":\"restarting\"")
                .doesNotContain("\"state\":\"RUNNING\"", "\"state\":\"RESTARTING\"", "\"state\":\"CANCELLING\""));
    }

    @Test
    void aPortThatIsTakenIsRefused() {
        assertThatThrownBy(() -> LocalFlink.start(flink.address().getPort()))
                .hasMessageContaining("port " + flink.address().getPort() + " of 127.0.0.1 is not free");
    }

    private static void endless(StreamExecutionEnvironment environment) {
        numbers(environment).sinkTo(new DiscardingSink<>());
    }

    private static void unopenable(StreamExecutionEnvironment environment) {
        numbers(environment).map(new Unopenable()).sinkTo(new DiscardingSink<>());
    }

    private static DataStream<Long> numbers(StreamExecutionEnvironment environment) {
        var tenPerSecond = new DataGeneratorSource<Long>(
                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(10), Types.LONG);
        return environment.fromSource(tenPerSecond, WatermarkStrategy.noWatermarks(), "numbers");
    }

    private static String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(flink.address().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static final class Unopenable extends RichMapFunction<Long, Long> {
        @Override
        public void open(OpenContext context) {
            throw new IllegalStateException("there is no topic");
        }

        @Override
        public Long map(Long value) {
            return value;
        }
    }
}

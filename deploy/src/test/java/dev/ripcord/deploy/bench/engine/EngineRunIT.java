package dev.ripcord.deploy.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.bench.engine.Variant.Scale;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Pace;
import dev.ripcord.deploy.bench.stock.StockCep.TimeDomain;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.deploy.local.LocalFlink;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each engine for a moment: what it finds is checked, how fast it is does not matter. */
class EngineRunIT {
    private static final Traffic SMALL = Traffic.of(20, 50).withLoops(500);
    private static final int ROUNDS = 120;
    private static final Pace MOMENT = new Pace(Duration.ZERO, Duration.ofMinutes(2), Duration.ofMillis(50));
    private static LocalFlink flink;

    @BeforeAll
    static void start() {
        System.setProperty("ripcord.home", "..");
        flink = LocalFlink.start(LocalFlink.FREE_PORT, JobSettings.ofCluster());
    }

    @AfterAll
    static void stop() {
        flink.close();
    }

    @ParameterizedTest
    @EnumSource
    void ripcordFindsAllRunawaysWithEachSetOfPatterns(BenchPatterns patterns) throws Exception {
        for (var backend : Backend.values()) {
            assertThat(run(variant(new Detection(patterns), backend)).measured().runaways())
                    .isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stockFlinkCepFindsThemToo(TimeDomain time) throws Exception {
        for (var backend : Backend.values()) {
            assertThat(run(variant(new Stock(time), backend)).measured().runaways())
                    .isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDetectsNothingFindsNothing(Backend backend) throws Exception {
        var through = run(variant(new PassThrough(), backend)).measured();
        assertThat(through.eventsPerSecond()).isPositive();
        assertThat(through.runaways()).isNull();
        assertThat(run(variant(new SourceAlone(), backend)).measured().eventsPerSecond())
                .isPositive();
    }

    @Test
    void checkpointsChangeNothingOfWhatIsFound() throws Exception {
        var variant =
                variant(new Detection(BenchPatterns.FAMILIES), Backend.ROCKSDB).withCheckpoints(Duration.ofMillis(100));
        assertThat(run(variant).measured().runaways()).isGreaterThan(20);
    }

    @Test
    void whatIsWeighedHasAWeight() throws Exception {
        var variant =
                variant(new Detection(BenchPatterns.FAMILIES), Backend.ROCKSDB).at(Scale.WEIGHED, ROUNDS);
        var footprint = run(variant).footprint().orElseThrow();
        assertThat(footprint.sessions()).isEqualTo(20);
        assertThat(footprint.heapBytes()).isPositive();
        assertThat(footprint.fileBytes()).isPositive();
    }

    private static Variant variant(Engine engine, Backend backend) {
        return new Variant(Item.further("small", "a moment"), engine, backend, SMALL).at(Scale.USUAL, ROUNDS);
    }

    private static EngineRun.Outcome run(Variant variant) throws Exception {
        return new EngineRun(flink, variant, 0).run(MOMENT);
    }
}

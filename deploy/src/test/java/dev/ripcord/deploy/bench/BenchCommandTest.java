package dev.ripcord.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void listsWhatCanBeMeasured() {
        var list = CommandRun.of("bench", "--list");
        assertThat(list.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Bench.items())
                .extracting(Item::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(list.out()).containsPattern("(?m)^" + name + " "));
    }

    @Test
    void whatIsUnknownIsNotMeasured() {
        var run = CommandRun.of("bench", "--only", "families-heap,speed");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("--only speed is unknown; ripcord bench --list prints the names");
    }

    @Test
    void oneMeasurementAloneGivesTheWholeObject() throws Exception {
        System.setProperty("ripcord.home", "..");
        var run = CommandRun.of("bench", "--only", "state-bytes", "--json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Json.tree(run.out()).get("bytes_per_session").asLong()).isPositive();
        assertThat(run.err()).contains("state-bytes: ");
    }

    @Test
    void quickLeavesOutWhatTheSummaryDoesNotNeedUnlessItIsAskedFor() {
        var needed = Item.needed("needed", "");
        var further = Item.further("further", "");
        assertThat(Plan.quick(Set.of()).wants(needed)).isTrue();
        assertThat(Plan.quick(Set.of()).wants(further)).isFalse();
        assertThat(Plan.full(Set.of()).wants(further)).isTrue();
        assertThat(Plan.quick(Set.of("further")).wants(further)).isTrue();
        assertThat(Plan.quick(Set.of("further")).wants(needed)).isFalse();
    }

    @Test
    void theGatewayIsMeasuredByACommandOfItsOwn() {
        var help = CommandRun.of("bench", "--help");
        assertThat(help.out()).contains("gateway", "--quick", "--json", "--only", "--list");
    }

    @Test
    void whenTimeIsUpEverythingIsStillMeasuredOnce() {
        var plan = Plan.full(Set.of());
        assertThat(plan.repeats(2)).isTrue();
        assertThat(plan.repeats(3)).isFalse();
        var late = new Plan(Set.of(), false, 3, plan.pace(), 1, plan.latency(), Long.MIN_VALUE);
        assertThat(late.repeats(0)).isTrue();
        assertThat(late.repeats(1)).isFalse();
    }
}

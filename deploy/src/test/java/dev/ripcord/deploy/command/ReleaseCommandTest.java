package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.halts.HaltTopic;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A release said twice is no error, and a slip is no success. */
@Timeout(60)
class ReleaseCommandTest {
    private static final String BECAUSE = "--reason=reviewed";

    private LocalKafka kafka;
    private HaltTopic topic;

    @BeforeEach
    void aBroker() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
        topic = new HaltTopic(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() {
        topic.close();
        kafka.close();
    }

    @Test
    void whoWasReleasedBeforeIsReleasedAlreadyAndNobodyElseIsMeant() {
        run("halt", "invoice-9", "invoice-9-1", BECAUSE);
        run("release", "invoice-9", BECAUSE, "--actor=maria");

        var again = run("release", "invoice-9", "--reason=again");

        assertThat(again).returns(ExitCode.OK, CommandRun::exitCode).returns("", CommandRun::err);
        assertThat(again.out())
                .matches("session/default/invoice-9 is released already, since [0-9T:.Z-]+ by maria: reviewed\n");
    }

    @Test
    void aHaltThatEndedByItselfIsOverAlready() {
        run("halt", "invoice-9", BECAUSE, "--for=1ms");

        await().untilAsserted(() -> assertThat(
                        run("release", "invoice-9", BECAUSE).out())
                .matches("session/default/invoice-9 is not halted any more: it ended by itself already, at"
                        + " [0-9T:.Z-]+\n"));
    }

    @Test
    void aSlipIsAnErrorWithTheNearestThatIsHalted() throws Exception {
        run("halt", "session/acme/invoice-9", BECAUSE);

        assertThat(run("release", "invoice-9", BECAUSE)).isEqualTo(new CommandRun(ExitCode.FAILED, "", """
                        error: session/default/invoice-9 is not halted and never was, as far as is known; did you mean\
                         session/acme/invoice-9?
                        1 error; nothing was released
                        """));
        assertThat(run("release", "agent/acme/buyer", BECAUSE).err())
                .startsWith("error: agent/acme/buyer is not halted and never was, as far as is known\n");

        var mixed = run("release", "session/acme/invoice-9", "session/acme/invoice-99", BECAUSE);
        assertThat(mixed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(mixed.out())
                .startsWith("released session/acme/invoice-9;")
                .endsWith("undo: ripcord halt session/acme/invoice-9 --reason TEXT --bootstrap "
                        + kafka.bootstrapServers() + "\n");
        assertThat(mixed.err()).endsWith("1 error; the others were released\n");
        assertThat(halted()).isEmpty();
    }

    @Test
    void whoIsThereAndWasNeverHaltedStandsAsItWasAskedFor() throws Exception {
        topic.seen("acme", "invoice-8", "buyer");
        run("halt", "tenant/acme", "--reason=unpaid", "--actor=maria");

        var known = run("release", "session/acme/invoice-8", "global", BECAUSE);

        assertThat(known.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(known.out()).isEqualTo("global is not halted\nsession/acme/invoice-8 is not halted\n");
        assertThat(known.err())
                .matches("it stays stopped all the same: tenant/acme is halted since [0-9T:.Z-]+ by maria: unpaid\n");
    }

    @Test
    void anIncidentIsReleasedOnceAndIsReleasedAlreadyThen() throws Exception {
        topic.write(HaltTopic.byGuard("session/acme/invoice-9", "a".repeat(32), "a".repeat(32)));
        topic.write(HaltTopic.byGuard("session/acme/invoice-10", "b".repeat(32), "a".repeat(32)));
        run("release", "session/acme/invoice-10", BECAUSE);

        assertThat(run("release", "--incident=aaaa", BECAUSE).out())
                .startsWith("released session/acme/invoice-9;")
                .doesNotContain("invoice-10");
        var again = run("release", "--incident=aaaa", BECAUSE);
        assertThat(again).returns(ExitCode.OK, CommandRun::exitCode).returns("", CommandRun::err);
        assertThat(again.out().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("session/acme/invoice-(9|10) is released already, since .*: reviewed"));
    }

    private List<String> halted() throws Exception {
        return Json.tree(run("halts", "--json").out()).findValuesAsText("scope");
    }

    private CommandRun run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

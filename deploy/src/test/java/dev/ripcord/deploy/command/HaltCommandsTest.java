package dev.ripcord.deploy.command;

import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.halts.HaltTopic;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a broker alone: no guard, no gateway, no Flink. */
@Timeout(60)
class HaltCommandsTest {
    private static final String AS_MARIA = "--actor=maria";
    private static final String BECAUSE = "--reason=pays twice";

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
    void aHaltIsToldWithTheCommandThatUndoesItAndTheUndoUndoesIt() throws Exception {
        var halted = run("halt", "invoice-9", BECAUSE, AS_MARIA);

        assertThat(halted).isEqualTo(new CommandRun(ExitCode.OK, """
                        halted session/default/invoice-9 until it is released
                        undo: ripcord release session/default/invoice-9 --reason TEXT --bootstrap %s
                        """.formatted(kafka.bootstrapServers()), ""));
        assertThat(inForce().at("/0/scope").asText()).isEqualTo("session/default/invoice-9");
        assertThat(inForce().at("/0/actor/name").asText()).isEqualTo("maria");
        assertThat(inForce().at("/0/actor/kind").asText()).isEqualTo("person");
        assertThat(inForce().at("/0/reason").asText()).isEqualTo("pays twice");

        assertThat(run("release", "session/default/invoice-9", BECAUSE).out())
                .startsWith("released session/default/invoice-9; what it did until now is forgiven\nundo: ");
        assertThat(inForce()).isEmpty();
    }

    @Test
    void sayingItAgainChangesNothingAndIsNoError() {
        run("halt", "invoice-9", BECAUSE, AS_MARIA);
        var again = run("halt", "invoice-9", "--reason=again");

        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(again.out())
                .matches("session/default/invoice-9 is halted already, until it is released, since [0-9T:.Z-]+ by"
                        + " maria: pays twice\n");
    }

    @Test
    void aHaltMayEndByItself() {
        run("halt", "agent/acme/buyer", BECAUSE, "--for", "10m");

        long lasts = inForce().at("/0/expires_at").asLong()
                - inForce().at("/0/since").asLong();
        assertThat(lasts).isBetween(590_000L, 600_000L);
    }

    @Test
    void whatTheGuardHaltedForOneCauseIsReleasedTogether() throws Exception {
        topic.write(HaltTopic.byGuard("session/acme/invoice-9", "a".repeat(32), "a".repeat(32)));
        topic.write(HaltTopic.byGuard("session/acme/invoice-10", "b".repeat(32), "a".repeat(32)));
        topic.write(HaltTopic.byGuard("session/acme/other", "c".repeat(32), "c".repeat(32)));

        var released = run("release", "--incident", "aaaaaaaa", BECAUSE);

        assertThat(released.out())
                .contains("released session/acme/invoice-9;", "released session/acme/invoice-10;")
                .endsWith("undo: ripcord halt session/acme/invoice-10 session/acme/invoice-9 --reason TEXT --bootstrap "
                        + kafka.bootstrapServers() + "\n");
        assertThat(inForce()).hasSize(1);
        assertThat(run("release", "--incident", "dddd", BECAUSE).err())
                .startsWith("error: nobody is halted for incident 'dddd'; see ripcord halts");
    }

    @Test
    void whatTheGuardHeldBackIsHaltedWhenAPersonSaysSo() throws Exception {
        topic.held(FoundSignals.in(session("batch-1").tenant("acme").repeats(3, call("read"))), "incident-1");
        topic.held(FoundSignals.in(session("batch-2").repeats(3, call("read"))), "incident-2");

        var halted = run("halt", "--held", "incident-1", BECAUSE);

        assertThat(halted.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(inForce()).hasSize(1);
        assertThat(inForce().at("/0/scope").asText()).isEqualTo("session/acme/batch-1");
        assertThat(inForce().at("/0/reason").asText()).isEqualTo("pays twice (read was called 3 times)");
        assertThat(run("halt", "--held", "incident-1", BECAUSE).err())
                .isEqualTo("all of incident incident-1 are halted already\n");
        assertThat(run("halt", "--held", "incident-9", BECAUSE).err())
                .startsWith("error: no signal on ripcord.signals was held back for incident 'incident-9'");
    }

    @Test
    void whoIsStoppedByMoreThanOneHaltIsToldSoByARelease() {
        run("halt", "session/acme/invoice-9", BECAUSE);
        run("halt", "tenant/acme", "--reason=unpaid", AS_MARIA);

        assertThat(run("release", "session/acme/invoice-9", BECAUSE).err())
                .matches("it stays stopped all the same: tenant/acme is halted since [0-9T:.Z-]+ by maria: unpaid\n");
    }

    @Test
    void panicWithoutATerminalIsRefusedUnlessItIsMeant() {
        var refused = run("panic", BECAUSE);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(refused.err()).contains("there is no terminal to ask on; if you mean it, say --yes");
        assertThat(inForce()).isEmpty();

        assertThat(run("panic", "--yes", BECAUSE).out())
                .startsWith("halted global until it is released\nundo: ripcord unpanic --reason TEXT");
        assertThat(inForce().at("/0/scope").asText()).isEqualTo("global");
        run("halt", "invoice-9", BECAUSE);
        var over = run("unpanic", BECAUSE);
        assertThat(over.out()).startsWith("released global;");
        assertThat(over.err()).startsWith("1 narrower scopes stay halted; see: ripcord halts --bootstrap ");
        assertThat(run("unpanic", BECAUSE).out()).startsWith("global is released already, since 20");
    }

    @Test
    void aHaltOfEverythingAsksAsAPanicDoes() {
        var refused = run("halt", "invoice-9", "global", BECAUSE);

        assertThat(refused).isEqualTo(new CommandRun(ExitCode.INVALID, "", """
                        error: stopping everything asks first, and there is no terminal to ask on; if you mean it,\
                         say --yes
                        1 error; nothing was halted
                        """));
        assertThat(inForce()).isEmpty();

        assertThat(run("halt", "global", "--yes", "--for=10m", BECAUSE).out()).startsWith("halted global until 20");
        assertThat(inForce().at("/0/scope").asText()).isEqualTo("global");
    }

    @Test
    void aMuteIsSeenUntilItIsTakenBack(@TempDir Path directory) throws Exception {
        publish(directory, "cost-spike");
        var muted = run("mute", "pattern/cost-spike", "--for", "2h", "--reason=batch", AS_MARIA);

        assertThat(muted.out())
                .startsWith("muted pattern/cost-spike until ")
                .contains("undo: ripcord unmute pattern/cost-spike --reason TEXT");
        assertThat(inForce().at("/0/state").asText()).isEqualTo("muted");
        assertThat(run("halts").out()).matches("(?s)pattern/cost-spike muted since [0-9T:.Z-]+ by maria: batch\n.*");

        assertThat(run("unmute", "pattern/cost-spike", "--reason=done").out()).startsWith("unmuted pattern/cost-spike");
        assertThat(inForce()).isEmpty();
        var again = run("unmute", "pattern/cost-spike", "--reason=done");
        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).matches("pattern/cost-spike is unmuted already, since [0-9T:.Z-]+ by .*: done\n");
    }

    @Test
    void aPatternThatNobodyPublishedIsMutedOnlyWhereThatIsMeant(@TempDir Path directory) throws Exception {
        var none = run("mute", "pattern/cost-spike", "--for=2h", BECAUSE);
        assertThat(none.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(none.err()).startsWith("error: no definition is published; publish it with: ripcord patterns");

        publish(directory, "cost-spike");
        var slip = run("mute", "pattern/cost-spik", "--for=2h", BECAUSE);
        assertThat(slip).isEqualTo(new CommandRun(ExitCode.INVALID, "", """
                        error: no definition 'cost-spik' is published; did you mean 'cost-spike'?
                        1 error; nothing was muted; --unpublished mutes it all the same
                        """));
        assertThat(inForce()).isEmpty();

        var meant = run("mute", "pattern/burn-rate", "--for=2h", BECAUSE, "--unpublished");
        assertThat(meant.out()).startsWith("muted pattern/burn-rate until ");
    }

    @Test
    void aWordThatIsThePublishedNameOfAPatternIsNotTakenForASession(@TempDir Path directory) throws Exception {
        publish(directory, "cost-spike");

        assertThat(run("mute", "cost-spike", "--for=2h", BECAUSE)).isEqualTo(new CommandRun(ExitCode.INVALID, "", """
                        error: 'cost-spike' is a session here, and a published pattern has that name; to mute the\
                         pattern, say pattern/cost-spike; to mute the session, say session/default/cost-spike
                        1 error; nothing was muted
                        """));
        assertThat(inForce()).isEmpty();
        assertThat(run("mute", "session/default/cost-spike", "--for=2h", BECAUSE)
                        .out())
                .startsWith("muted session/default/cost-spike until ");
        assertThat(run("mute", "invoice-9", "--for=2h", BECAUSE).exitCode()).isEqualTo(ExitCode.OK);
    }

    /** At three in the morning a mute counts more than a look that only finds slips. */
    @Test
    void whatIsPublishedIsNotNeededToMuteWhatIsMeant(@TempDir Path directory) throws Exception {
        publish(directory, "cost-spike");
        DamagedTopic.of(kafka, Topic.PATTERNS);

        assertThat(run("mute", "pattern/cost-spike", "--for=2h", BECAUSE).exitCode())
                .isEqualTo(ExitCode.FAILED);
        assertThat(inForce()).isEmpty();
        for (var said : List.of(List.of("invoice-9"), List.of("pattern/cost-spike", "--unpublished"))) {
            var muted = mute(said);
            assertThat(muted.out()).startsWith("muted ");
            assertThat(muted.err())
                    .startsWith("warning: ripcord.patterns cannot be read (")
                    .endsWith("); whether the name is that of a published pattern was not checked\n");
        }
        for (var scope : List.of("global", "session/default/invoice-8", "tenant/acme", "agent/acme/buyer")) {
            var muted = mute(List.of(scope));
            assertThat(muted.out()).startsWith("muted " + scope + " until ");
            assertThat(muted.err()).isEmpty();
        }
        assertThat(inForce()).hasSize(6);
    }

    private CommandRun mute(List<String> target) {
        var words = new ArrayList<>(List.of("mute", "--for=2h", BECAUSE));
        words.addAll(target);
        return run(words.toArray(String[]::new));
    }

    @Test
    void aWordThatIsNotMutedIsAnsweredWithTheMuteThatWasProbablyMeant(@TempDir Path directory) throws Exception {
        publish(directory, "cost-spike");
        run("mute", "pattern/cost-spike", "--for=2h", BECAUSE);

        for (var slip : List.of("session/default/cost-spike", "pattern/cost-spik")) {
            assertThat(run("unmute", slip, BECAUSE))
                    .isEqualTo(new CommandRun(ExitCode.FAILED, "", """
                    error: %s is not muted and never was, as far as is known; did you mean pattern/cost-spike?
                    1 error; nothing was unmuted
                    """.formatted(slip)));
        }
        publish(directory, "burn-rate");
        assertThat(run("unmute", "pattern/burn-rate", BECAUSE))
                .isEqualTo(new CommandRun(ExitCode.OK, "pattern/burn-rate is not muted\n", ""));
    }

    @Test
    void whatIsSaidOfToolsHaltsNobodyAndIsNotMuted(@TempDir Path directory) throws Exception {
        var file = PatternTexts.write(directory, "beats.yaml", PatternTexts.exempt("beats", "beat"));
        run("patterns", "publish", file.toString());

        for (String[] more : new String[][] {{}, {"--unpublished"}}) {
            var words = new ArrayList<>(List.of("mute", "pattern/beats", "--for=2h", BECAUSE));
            words.addAll(List.of(more));
            var refused = run(words.toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID);
            assertThat(refused.err())
                    .startsWith("error: 'beats' says what tools are: it halts nobody, so there is nothing to mute; to"
                            + " take it out of force: ripcord patterns deactivate beats\n");
        }
        assertThat(run("mute", "beats", "--for=2h", BECAUSE).out()).startsWith("muted session/default/beats until ");
    }

    @Test
    void signedHaltsAreBelievedAndOthersAreToldAndIgnored(@TempDir Path directory) throws Exception {
        var made = CommandRun.of("keys", "generate", "ops-1", "--to", directory.toString());
        assertThat(made.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.getPosixFilePermissions(directory.resolve("ops-1.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var signing = "--signing-key=ops-1=" + directory.resolve("ops-1.key");
        var trust = "--trust=ops-1=" + directory.resolve("ops-1.pub");

        run("halt", "signed", BECAUSE, signing);
        var unsigned = run("halt", "unsigned", BECAUSE);

        assertThat(unsigned.err()).startsWith("warning: records on ripcord.halts are signed, and yours will not be");
        var believed = run("halts", "--json", trust);
        assertThat(Json.tree(believed.out())).hasSize(1);
        assertThat(Json.tree(believed.out()).at("/0/scope").asText()).isEqualTo("session/default/signed");
        assertThat(believed.err())
                .matches("the record under session/default/unsigned/operator at offset 1 of ripcord.halts is refused:"
                        + " it is not signed\n");
    }

    @Test
    void whatNobodyWhoVerifiesBelievesIsNotSaidToBeDone(@TempDir Path directory) {
        for (String key : List.of("ops-1", "ops-2")) {
            CommandRun.of("keys", "generate", key, "--to", directory.toString());
        }
        var trust = "--trust=ops-1=" + directory.resolve("ops-1.pub");
        var other = directory.resolve("ops-2.key");

        var unsigned = run("panic", "--yes", BECAUSE, trust);
        assertThat(unsigned.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(unsigned.out()).isEmpty();
        assertThat(unsigned.err())
                .contains("the record under global/operator is written, and nobody who verifies believes it: it is not"
                        + " signed");

        assertThat(run("halt", "x", BECAUSE, trust, "--signing-key=ops-2=" + other)
                        .err())
                .contains(
                        "error: the record under session/default/x/operator is written",
                        "signed by key 'ops-2', which is not trusted");
        assertThat(run("halt", "x", BECAUSE, trust, "--signing-key=ops-1=" + other)
                        .err())
                .contains("signed by key 'ops-1', and that is not the key which is trusted under this id");
        var muted = run("mute", "x", "--for=1h", BECAUSE, trust);
        assertThat(muted.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(muted.out()).isEmpty();

        var signed = run("panic", "--yes", BECAUSE, trust, "--signing-key=ops-1=" + directory.resolve("ops-1.key"));
        assertThat(signed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(signed.out()).startsWith("halted global until it is released");
    }

    @Test
    void keysAreRefusedAllAtOnceAndNeverWrittenOver(@TempDir Path directory) {
        CommandRun.of("keys", "generate", "ops-1", "--to", directory.toString());

        assertThat(CommandRun.of("keys", "generate", "ops-1", "--to", directory.toString())
                        .err())
                .contains("ops-1.key is there already; a key is never written over");
        assertThat(CommandRun.of("keys", "generate", "no/id", "--to", directory.toString())
                        .exitCode())
                .isEqualTo(ExitCode.INVALID);
        var run = run("halt", "x", BECAUSE, "--signing-key=ops-1", "--trust=ops-1=" + directory.resolve("ops-1.key"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("--signing-key is 'ops-1'; it must be ID=FILE", "--trust: ", "2 errors");
    }

    @Test
    void whatIsAskedWronglyIsInvalidAndNothingHappens() {
        assertThat(run("halt", BECAUSE).err()).startsWith("error: say whom to halt: SCOPE, or --held INCIDENT");
        assertThat(run("halt", "acme/invoice-9", BECAUSE).err()).contains("scope 'acme/invoice-9'; it must be");
        assertThat(run("halt", "x", "--reason= ").err()).startsWith("error: --reason is blank");
        assertThat(run("halt", "x").err()).startsWith("error: Missing required option: '--reason=TEXT'");
        assertThat(run("halt", "x", "--reason= ").exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(inForce()).isEmpty();
    }

    private void publish(Path directory, String pattern) throws IOException {
        var file = PatternTexts.repeatedCall(directory, pattern, 3);
        assertThat(run("patterns", "publish", file.toString()).exitCode()).isEqualTo(ExitCode.OK);
    }

    private JsonNode inForce() {
        try {
            return Json.tree(run("halts", "--json").out());
        } catch (IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private CommandRun run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.PatternLog;
import dev.ripcord.deploy.patterns.PatternTopicWriter;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.signal.PatternStatus;
import dev.ripcord.signal.PatternStatus.Status;
import dev.ripcord.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a broker alone: nobody answers. */
@Timeout(60)
class PatternsWithoutGuardTest {
    @TempDir
    private Path directory;

    private LocalKafka kafka;

    @BeforeEach
    void aBroker() throws Exception {
        kafka = LocalKafka.start();
        Topics.create(kafka.bootstrapServers());
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void publishingIsToldAndPublishingAgainChangesNothing() throws Exception {
        var file = repeatedCall(directory, "told", 3);

        var first = patterns("publish", file.toString(), "--actor", "maria");
        var second = patterns("publish", file.toString());

        assertThat(first.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).matches("published told@[0-9a-f]{16}\n");
        assertThat(second)
                .isEqualTo(new CommandRun(ExitCode.OK, first.out().replace("published", "already there"), ""));
        var listed = Json.tree(patterns("list", "--json").out());
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/published_by").asText()).isEqualTo("maria");
        assertThat(listed.at("/0").has("activation")).isFalse();
    }

    @Test
    void nothingIsPublishedWhereAnythingIsWrong() throws Exception {
        repeatedCall(directory, "innocent", 3);
        repeatedCall(directory, "wrong", 1);

        var run = patterns("publish", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("wrong.yaml:8:21: error:")
                .endsWith("1 error in 1 of 2 files; nothing was published\n");
        assertThat(patterns("list", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void aSilentGuardFailsTheCommandAndTheActivationIsWrittenAllTheSame() throws Exception {
        patterns("publish", repeatedCall(directory, "again", 3).toString());

        var run = patterns("activate", "again", "--wait", "300ms");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("error: no guard answered within 300ms; it is written, and counts as soon as a guard runs"
                        + " (see: ripcord patterns list)\n");
        assertThat(patterns("list").out().lines().skip(1))
                .singleElement()
                .asString()
                .contains("  shadow  ", "  defaults  ", "  nothing yet  ");
    }

    /** Somebody who asks again without an answer wants one; a rollback goes back over what changed something. */
    @Test
    void whatNoGuardHasAnsweredIsWrittenAgainAndIsNoStepToGoBackOver() throws Exception {
        patterns("publish", repeatedCall(directory, "again", 3).toString());
        patterns("activate", "again", "--no-wait");

        var run = patterns("activate", "again", "--wait", "300ms");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("error: no guard answered within 300ms; it is written");
        assertThat(Json.tree(patterns("list", "--json").out())
                        .at("/0/activation")
                        .has("previous"))
                .isFalse();
        assertThat(patterns("rollback", "again").err()).contains("nothing was in force before");
    }

    /** A guard that starts may refuse what the version before it took, and the other way round. */
    @Test
    void whatAGuardRefusedIsWrittenAgainAndWhatItTookIsNot() throws Exception {
        patterns("publish", repeatedCall(directory, "again", 3).toString());
        patterns("activate", "again", "--no-wait");
        answer(Status.REFUSED);
        assertThat(patterns("activate", "again", "--no-wait").err())
                .isEqualTo("again is written; the guard was not waited for\n");

        answer(Status.ACTIVE);
        assertThat(patterns("activate", "again", "--no-wait").err()).doesNotContain("again is written");
        answer(Status.REFUSED);
        assertThat(patterns("activate", "again", "--no-wait").err()).contains("again is written");
    }

    /** As a guard tells of the latest activation of {@code again}. */
    private void answer(Status status) throws Exception {
        var address = KafkaAddress.of(kafka.bootstrapServers());
        var latest = PatternLog.read(address).activation("again").orElseThrow();
        var told = new PatternStatus(
                PatternStatus.SCHEMA_VERSION,
                "again",
                "again",
                latest.activation().hash(),
                status,
                latest.offset(),
                List.of(),
                latest.activation().activateAt());
        try (var producer = address.producer()) {
            producer.send(new ProducerRecord<>(
                            Topic.PATTERN_STATUS.topicName(), "again".getBytes(UTF_8), Json.bytes(told)))
                    .get();
        }
    }

    @Test
    void whoeverPutsAVersionInShadowIsToldThatTheEnforcedOneHaltsNobodyAnyMore() throws Exception {
        var file = repeatedCall(directory, "again", 3);
        var first = published(file);
        assertThat(patterns("activate", "again", "--mode", "enforce", "--no-wait")
                        .err())
                .doesNotContain("takes the place");
        repeatedCall(directory, "again", 4);
        var second = published(file);

        assertThat(patterns("activate", "again", "--no-wait").err())
                .endsWith("\nit takes the place of " + first + " (enforce): the pattern halts nobody any more; back:"
                        + " ripcord patterns rollback again\n");
        assertThat(patterns("activate", "again", "--mode", "enforce", "--no-wait")
                        .err())
                .doesNotContain("takes the place");
        assertThat(patterns("activate", first, "--mode", "enforce", "--no-wait").err())
                .endsWith("\nit takes the place of " + second + " (enforce); back: ripcord patterns rollback again\n");
    }

    private String published(Path file) throws Exception {
        return patterns("publish", file.toString()).out().strip().replace("published ", "");
    }

    @Test
    void whoeverDoesNotWaitDoesNotFail() throws Exception {
        patterns("publish", repeatedCall(directory, "again", 3).toString());

        var run = patterns("activate", "again", "--no-wait");

        assertThat(run).isEqualTo(new CommandRun(ExitCode.OK, "", "again is written; the guard was not waited for\n"));
    }

    @Test
    void theDifferencesBetweenWhatIsInForceAndADirectoryAreTold() throws Exception {
        for (var id : List.of("same", "turned", "changed", "removed")) {
            patterns("publish", repeatedCall(directory, id, 3).toString());
        }
        patterns("activate", "same", "--no-wait", "--mode", "enforce");
        patterns("activate", "turned", "--no-wait", "--param", "times=7");
        patterns("activate", "changed", "--no-wait");
        patterns("activate", "removed", "--no-wait");
        Files.delete(directory.resolve("removed.yaml"));
        write(
                directory,
                "changed.yaml",
                PatternTexts.repeatedCall("changed", 4).replace("action: halt", "action: warn"));
        repeatedCall(directory, "added", 3);

        var run = patterns("diff", directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(run.out()
                        .lines()
                        .map(line -> line.replaceAll("[0-9a-f]{16}", "HASH").replaceAll(" +", " ")))
                .containsExactly(
                        "pattern in force directory mode what differs",
                        "added added - HASH - the directory's is not published",
                        "changed changed HASH HASH shadow action, parameters; times is 3 in force, 4 in the directory;"
                                + " the directory's is not published",
                        "removed removed HASH - shadow",
                        "same same HASH HASH enforce",
                        "turned parameters HASH HASH shadow times is 7 in force, 3 in the directory");
        var data = Json.tree(patterns("diff", directory.toString(), "--json").out());
        assertThat(data.at("/4/kind").asText()).isEqualTo("parameters");
        assertThat(data.at("/4/parameters/0").toString()).isEqualTo("{\"name\":\"times\",\"live\":7,\"directory\":3}");
    }

    @Test
    void whereNothingDiffersItIsExitCodeZero() throws Exception {
        patterns("publish", repeatedCall(directory, "same", 3).toString());
        patterns("activate", "same", "--no-wait");

        assertThat(patterns("diff", directory.toString()).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void toolsArePublishedListedAndComparedLikePatterns() throws Exception {
        var file = write(directory, "beats.yaml", PatternTexts.exempt("beats", "beat"));
        assertThat(patterns("publish", directory.toString()).out()).matches("published beats@[0-9a-f]{16}\n");

        assertThat(patterns("activate", "beats", "--mode", "shadow", "--param", "times=3")
                        .err())
                .isEqualTo("error: beats says what tools are, for every pattern alike: it is in force or it is not, and"
                        + " has no shadow\nerror: unknown parameter 'times'; beats has none\n2 errors; nothing was"
                        + " activated\n");
        assertThat(patterns("activate", "beats", "--no-wait").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(patterns("demote", "beats", "--no-wait").err())
                .endsWith("has no shadow\n1 error; nothing was demoted\n");
        assertThat(patterns("diff", directory.toString()).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(patterns("list").out().lines().skip(1))
                .singleElement()
                .asString()
                .contains("  tools  ", "  enforce  ", "  1 tool: 1 exempt  ", "Tools of a test");
        assertThat(Json.tree(patterns("list", "--json").out()).at("/0/kind").asText())
                .isEqualTo("tools");
        assertThat(Json.tree(patterns("list", "--json").out()).at("/0/tools").toString())
                .isEqualTo("{\"exempt\":1}");

        Files.writeString(file, PatternTexts.exempt("beats", "other"));
        assertThat(patterns("diff", directory.toString()).out())
                .contains(
                        "changed",
                        "  tools; beat is exempt in force, not there in the directory; other is not there in force,"
                                + " exempt in the directory; the directory's is not published");
        assertThat(patterns("publish", directory.toString()).exitCode()).isEqualTo(ExitCode.OK);
        Files.writeString(file, PatternTexts.exempt("beats", "other").replace("role: exempt", "roll: exempt"));
        assertThat(patterns("publish", directory.toString()).err())
                .contains("beats.yaml:7:5: error: unknown key 'roll'; did you mean 'role'?")
                .endsWith("nothing was published\n");
    }

    @Test
    void theIdOfAPatternCannotBeThatOfTools() throws Exception {
        assertThat(patterns("publish", repeatedCall(directory, "taken", 3).toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        var tools = write(directory, "taken-tools.yaml", PatternTexts.exempt("taken", "beat"));
        var run = patterns("publish", tools.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err())
                .isEqualTo("error: 'taken' is published as a pattern; give this another id\n"
                        + "1 error; nothing was published\n");
    }

    /** As all activations were before there was the key {@code previous}. */
    @Test
    void anActivationThatDoesNotSayWhatItReplacedCannotBeRolledBack() throws Exception {
        var key = patterns("publish", repeatedCall(directory, "old", 3).toString())
                .out()
                .strip()
                .replace("published old@", "");
        try (var writer =
                new PatternTopicWriter(KafkaAddress.of(kafka.bootstrapServers()).settings())) {
            writer.write(new Activation(1, "old", key, Mode.ENFORCE, Map.of(), null, "maria", null));
        }

        assertThat(patterns("rollback", "old").err())
                .contains("nothing was in force before the latest activation of old, as far as is known;");
        assertThat(patterns("demote", "old", "--no-wait").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(patterns("rollback", "old", "--no-wait").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Json.tree(patterns("list", "--json").out())
                        .at("/0/activation/mode")
                        .asText())
                .isEqualTo("enforce");
        assertThat(patterns("rollback", "none").err())
                .startsWith("error: 'none' was never activated: there is nothing to go back to\n");
        assertThat(patterns("rollback", "olds").err())
                .startsWith("error: 'olds' was never activated: there is nothing to go back to; did you mean 'old'?\n");
        assertThat(patterns("promote", "olds").err())
                .isEqualTo("error: 'olds' is not active; did you mean 'old'?\n1 error; nothing was promoted\n");
    }

    @Test
    void aPatternIsNamedAsItsMuteIsAsWell() throws Exception {
        patterns("publish", repeatedCall(directory, "again", 3).toString());
        for (var change : List.of("activate", "promote", "demote", "rollback", "deactivate")) {
            var run = patterns(change, "pattern/again", "--no-wait");
            assertThat(run.exitCode()).as(change).isEqualTo(ExitCode.OK);
            assertThat(run.err()).startsWith("again is written; the guard was not waited for\n");
        }
    }

    @Test
    void aSlipInWhatIsTakenOutOfForceIsAnsweredWithTheIdThatWasProbablyMeant() throws Exception {
        var key = patterns(
                        "publish", repeatedCall(directory, "identical-call", 3).toString())
                .out()
                .strip()
                .replace("published ", "");

        assertThat(patterns("deactivate", "identical-cal").err())
                .isEqualTo("error: no definition 'identical-cal' is published; did you mean 'identical-call'?\n"
                        + "1 error; nothing was deactivated\n");
        assertThat(patterns("deactivate", "identical-call").err())
                .startsWith("error: 'identical-call' is not active; no pattern is\n");
        patterns("activate", "identical-call", "--no-wait");
        assertThat(patterns("deactivate", "identical-cal").err())
                .startsWith("error: 'identical-cal' is not active; did you mean 'identical-call'?\n");
        assertThat(patterns("deactivate", key).err())
                .startsWith("error: '" + key + "' is not active; did you mean 'identical-call'?\n");
    }

    @Test
    void whereNothingIsPublishedItIsSaidHowTo() {
        assertThat(patterns("list"))
                .isEqualTo(new CommandRun(
                        ExitCode.OK,
                        "",
                        "no definition is published; publish it with: ripcord patterns publish FILE\n"));
        assertThat(patterns("activate", "again").err())
                .startsWith("error: no definition is published; publish it with: ripcord patterns publish FILE\n");
    }

    private CommandRun patterns(String... words) {
        var all = new ArrayList<>(List.of("patterns"));
        all.addAll(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

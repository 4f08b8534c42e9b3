package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.Ripcord;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.halts.HaltTopic;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Actor;
import dev.ripcord.halt.Halt;
import dev.ripcord.halt.Mute;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HaltsCommandTest {
    private static final String INCIDENT = "a".repeat(32);
    private static final Halt FIRST = HaltTopic.byGuard("session/acme/invoice-9", INCIDENT, INCIDENT);
    private static final Halt SECOND = HaltTopic.byGuard("session/acme/invoice-10", "b".repeat(32), INCIDENT);

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
    void theSessionsOfOneCauseAreOneThingToLookAt() throws Exception {
        topic.write(FIRST);
        long written = WallClock.SYSTEM.millis();
        await().until(() -> WallClock.SYSTEM.millis() > written + 1);
        topic.write(SECOND);
        topic.answer(FIRST, "invoice-9", Status.RECEIVED);
        topic.answer(FIRST, "invoice-9", Status.STOPPED);
        topic.answer(FIRST, "invoice-9", Status.STOPPED);

        var lines = halts().out().lines().map(HaltsCommandTest::timeless).toList();

        assertThat(lines)
                .containsExactly(
                        "2 halted: 1 stopped, 1 no answer yet",
                        "identical-call halted 2 sessions of tenant acme since TIME, $1.68 spent by then; incident"
                                + " aaaaaaaa: The same call keeps giving the same result",
                        "  scope since spent agents until why",
                        "  session/acme/invoice-9 TIME $0.84 stopped after N ms released stripe.get gave the same"
                                + " result 4 times",
                        "  session/acme/invoice-10 TIME $0.84 no answer yet released stripe.get gave the same result 4"
                                + " times");
    }

    private static String timeless(String line) {
        return line.replaceAll("20[0-9T:.-]+Z", "TIME")
                .replaceAll("\\d+ ms", "N ms")
                .replaceAll("(\\S) +", "$1 ");
    }

    @Test
    void aPauseOverAHaltOfTheGuardHidesItNot() throws Exception {
        topic.write(FIRST);
        CommandRun.of(
                "halt",
                "session/acme/invoice-9",
                "--for",
                "10m",
                "--reason",
                "x",
                "--bootstrap",
                kafka.bootstrapServers());

        for (String all : List.of("--scope=session/acme/invoice-9", "--all")) {
            var both = Json.tree(halts("--json", all).out());
            assertThat(both).hasSize(2);
            assertThat(both.at("/0/halt_id").asText()).isEqualTo(INCIDENT);
            assertThat(both.at("/0").hasNonNull("expires_at")).isFalse();
            assertThat(both.at("/1/actor/kind").asText()).isEqualTo("person");
            assertThat(both.at("/1/expires_at").asLong()).isPositive();
        }
    }

    @Test
    void asJsonEachHaltSaysWhatTheAgentsAnswered() throws Exception {
        topic.write(FIRST);
        topic.answer(FIRST, "invoice-9", Status.STOPPED);

        var halt = Json.tree(halts("--json").out()).get(0);

        assertThat(halt.path("scope").asText()).isEqualTo("session/acme/invoice-9");
        assertThat(halt.path("state").asText()).isEqualTo("halted");
        assertThat(halt.path("halt_id").asText()).isEqualTo(INCIDENT);
        assertThat(halt.path("incident").asText()).isEqualTo(INCIDENT);
        assertThat(halt.path("stopped").asInt()).isEqualTo(1);
        assertThat(halt.path("time_to_stop_ms").asLong()).isBetween(0L, 60_000L);
        assertThat(halt.path("pattern").path("id").asText()).isEqualTo("identical-call");
    }

    @Test
    void whoIsReleasedIsListedOnlyWhenAllAreAskedFor() throws Exception {
        topic.write(FIRST);
        CommandRun.of("release", "session/acme/invoice-9", "--reason", "fine", "--bootstrap", kafka.bootstrapServers());

        assertThat(halts()).isEqualTo(new CommandRun(ExitCode.OK, "", "nobody is halted\n"));
        assertThat(Json.tree(halts("--all", "--json").out()).at("/0/state").asText())
                .isEqualTo("released");
        assertThat(halts("--all").out())
                .startsWith("nobody is halted; 1 is over\nsession/acme/invoice-9 released since ");
    }

    @Test
    void aListingIsNarrowedByTenantPatternScopeAndTime() throws Exception {
        long now = WallClock.SYSTEM.millis();
        topic.write(FIRST);
        topic.write(SECOND);
        CommandRun.of("halt", "session/globex/order-1", "--reason", "x", "--bootstrap", kafka.bootstrapServers());
        CommandRun.of("panic", "--yes", "--reason", "x", "--bootstrap", kafka.bootstrapServers());
        var mute = Mute.ofPattern("cost-spike", "batch", new Actor(Actor.Kind.PERSON, "maria"), now, now + 600_000);
        topic.write(mute.key(), Json.bytes(mute));

        assertThat(scopes("--tenant", "globex"))
                .containsExactly("session/globex/order-1", "global", "pattern/cost-spike");
        assertThat(scopes("--pattern", "identical-call"))
                .containsExactlyInAnyOrder("session/acme/invoice-9", "session/acme/invoice-10");
        assertThat(scopes("--pattern", "cost-spike")).containsExactly("pattern/cost-spike");
        assertThat(scopes("--scope", "session/acme/invoice-9", "--since", "1h"))
                .containsExactly("session/acme/invoice-9");
        assertThat(scopes("--since", "2100-01-01T00:00:00Z")).isEmpty();
        assertThat(halts("--tenant", "initech", "--pattern", "identical-call"))
                .isEqualTo(new CommandRun(ExitCode.OK, "", "no halt is like that\n"));
        assertThat(halts("--scope", "acme/invoice-9"))
                .returns(ExitCode.INVALID, CommandRun::exitCode)
                .extracting(CommandRun::err)
                .asString()
                .startsWith("error: --scope: scope 'acme/invoice-9'; it must be");
    }

    @Test
    void whoWasReleasedIsStillFoundByThePatternThatHalted() throws Exception {
        topic.write(FIRST);
        CommandRun.of("release", "session/acme/invoice-9", "--reason", "fine", "--bootstrap", kafka.bootstrapServers());

        assertThat(scopes("--all", "--pattern", "identical-call")).containsExactly("session/acme/invoice-9");
    }

    @Test
    void aPatternThatNobodyPublishedIsASlipAndNotAQuietOne(@TempDir Path directory) throws Exception {
        topic.write(FIRST);
        var file = PatternTexts.repeatedCall(directory, "cost-spike", 3);
        CommandRun.of("patterns", "publish", file.toString(), "--bootstrap", kafka.bootstrapServers());

        assertThat(halts("--pattern", "cost-spik")).isEqualTo(new CommandRun(ExitCode.INVALID, "", """
                        error: no definition 'cost-spik' is published; did you mean 'cost-spike'?
                        1 error; no halts were read
                        """));
        assertThat(halts("--pattern", "cost-spik", "--json"))
                .returns(ExitCode.INVALID, CommandRun::exitCode)
                .returns("", CommandRun::out);
        assertThat(halts("--pattern", "cost-spike"))
                .isEqualTo(new CommandRun(ExitCode.OK, "", "no halt is like that\n"));
        // Halted by what is not published any more; and as a mute is written and listed.
        assertThat(scopes("--pattern", "identical-call")).containsExactly("session/acme/invoice-9");
        assertThat(scopes("--pattern", "pattern/identical-call")).containsExactly("session/acme/invoice-9");
    }

    @Test
    void whereNobodyCanSayWhatIsPublishedHaltsAreListedAllTheSame(@TempDir Path directory) throws Exception {
        var file = PatternTexts.repeatedCall(directory, "cost-spike", 3);
        CommandRun.of("patterns", "publish", file.toString(), "--bootstrap", kafka.bootstrapServers());
        DamagedTopic.of(kafka, Topic.PATTERNS);

        var listed = halts("--pattern", "cost-spik");

        assertThat(listed.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(listed.err())
                .startsWith("warning: ripcord.patterns cannot be read (")
                .endsWith("\nno halt is like that\n");
    }

    /** What is published and halts somebody while a follower looks is what it waits for. */
    @Test
    void aFollowerOfAPatternThatNobodyPublishedIsToldAndWaits(@TempDir Path directory) throws Exception {
        var file = PatternTexts.repeatedCall(directory, "identical-calls", 3);
        CommandRun.of("patterns", "publish", file.toString(), "--bootstrap", kafka.bootstrapServers());
        var out = new StringWriter();
        var err = new StringWriter();
        var task = follow(out, err, "--pattern", "identical-call");
        var follower = new Thread(task, "follower");
        follower.start();
        await().untilAsserted(() -> assertThat(err.toString())
                .isEqualTo("warning: no definition 'identical-call' is published; did you mean 'identical-calls'?\n"
                        + "no halt is like that\n"));

        topic.write(FIRST);
        await().untilAsserted(() -> assertThat(out.toString()).contains("session/acme/invoice-9 halted "));

        follower.interrupt();
        assertThat(task.get()).isEqualTo(ExitCode.OK);
    }

    private List<String> scopes(String... options) throws IOException {
        var words = new ArrayList<>(List.of("--json"));
        words.addAll(List.of(options));
        return Json.tree(halts(words.toArray(String[]::new)).out()).findValuesAsText("scope");
    }

    @Test
    void theSameHaltWrittenAgainBeganWhenItWasWrittenFirst() throws Exception {
        topic.write(FIRST);
        long first = Json.tree(halts("--json").out()).at("/0/since").asLong();
        await().until(() -> WallClock.SYSTEM.millis() > first + 5);
        topic.write(FIRST);

        assertThat(Json.tree(halts("--json").out()).at("/0/since").asLong()).isEqualTo(first);
    }

    @Test
    void anOldMuteThatIsWrittenAgainIsNotTheOneThatStands() throws Exception {
        long now = WallClock.SYSTEM.millis();
        var maria = new Actor(Actor.Kind.PERSON, "maria");
        var old = Mute.ofPattern("cost-spike", "the old batch", maria, now - 1_000, now + 600_000);
        var newest = Mute.ofPattern("cost-spike", "the new batch", maria, now, now + 300_000);
        for (Mute mute : List.of(old, newest, old)) {
            topic.write(mute.key(), Json.bytes(mute));
        }

        var listed = Json.tree(halts("--json").out());

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/reason").asText()).isEqualTo("the new batch");
    }

    @Test
    void aFollowerSeesWhatChangesAndWhatAgentsAnswer() throws Exception {
        topic.write(FIRST);
        var out = new StringWriter();
        var task = follow(out, new StringWriter(), "--tenant", "acme");
        var follower = new Thread(task, "follower");
        follower.start();
        await().untilAsserted(() -> assertThat(out.toString()).contains("session/acme/invoice-9"));

        topic.write(HaltTopic.byGuard("session/globex/order-1", "c".repeat(32), "c".repeat(32)));
        topic.write(SECOND);
        await().untilAsserted(() -> assertThat(out.toString())
                .doesNotContain("globex")
                .contains("  session/acme/invoice-10 halted  by identical-call@0f3a5c7e9b1d2468: stripe.get gave"));
        topic.answer(SECOND, "invoice-10", Status.STOPPED);
        await().untilAsserted(() ->
                assertThat(out.toString()).containsPattern("session/acme/invoice-10 stopped \\d+ ms after"));

        follower.interrupt();
        assertThat(task.get()).isEqualTo(ExitCode.OK);
    }

    private FutureTask<Integer> follow(StringWriter out, StringWriter err, String option, String value) {
        var words = List.of("halts", "--follow", option, value, "--bootstrap", kafka.bootstrapServers());
        return new FutureTask<>(() ->
                Ripcord.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new)));
    }

    private CommandRun halts(String... options) {
        var words = new ArrayList<>(List.of("halts", "--bootstrap", kafka.bootstrapServers()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }
}

package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.deploy.command.PatternTexts.write;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.deploy.kafka.TopicLog;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.deploy.local.LocalGuard;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.patterns.ActivationWriter;
import dev.ripcord.json.Json;
import dev.ripcord.pattern.Activation;
import dev.ripcord.pattern.Mode;
import dev.ripcord.session.Session;
import dev.ripcord.signal.PatternStatus.Status;
import dev.ripcord.time.WallClock;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a running guard, which answers. Each test has patterns of its own. */
@Timeout(120)
class PatternsCommandTest {
    private static LocalGuard guard;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        guard = LocalGuard.start(List.of(), LocalFlink.FREE_PORT);
    }

    @AfterAll
    static void stop() {
        guard.close();
    }

    @Test
    void anActivationIsInShadowUnlessToldOtherwiseAndTheGuardSaysFromWhen() throws Exception {
        var key = published("quiet");

        var run = patterns("activate", "quiet");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches(key + " \\(shadow\\) is active from 20[0-9T:.-]+Z\n");
        assertThat(listed("quiet").at("/activation/mode").asText()).isEqualTo("shadow");
        assertThat(listed("quiet").at("/activation/actor").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(listed("quiet").at("/status/status").asText()).isEqualTo("active");
    }

    @Test
    void parametersReachTheGuardInTheirTypes() throws Exception {
        published("strict");

        var run = patterns(
                "activate",
                "strict",
                "--mode",
                "enforce",
                "--param",
                "times=2",
                "--actor",
                "maria",
                "--reason",
                "it is time",
                "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        var data = Json.tree(run.out());
        assertThat(data.at("/activation/parameters").toString()).isEqualTo("{\"times\":2}");
        assertThat(data.at("/activation/reason").asText()).isEqualTo("it is time");
        assertThat(data.at("/answer/status").asText()).isEqualTo("active");
        assertThat(patterns("list").out().lines().filter(line -> line.startsWith("strict@")))
                .singleElement()
                .asString()
                .contains("  enforce  ", "  maria  ", "  times=2  ", "  active  ", "The same call again and again");
    }

    @Test
    void whatWasActivatedFindsWhatIsSent() throws Exception {
        published("hunter");
        patterns("activate", "hunter", "--mode", "enforce", "--param", "times=2");

        // An event of the first half second is judged without it, so sessions are sent until one is found.
        var number = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = session("hunted-" + number.incrementAndGet()).repeats(2, call("read"));
            send(session);
            assertThat(ripcord("signals").out()).contains("  hunter  enforce/halt  hunted-", "was called 2 times");
        });
    }

    @Test
    void whatIsSaidOfToolsIsInForceWithoutAModeAndRolledBackLikeAPattern() throws Exception {
        write(directory, "beats.yaml", PatternTexts.exempt("beats", "beat"));
        var first = patterns("publish", directory.toString()).out().strip().replace("published ", "");

        assertThat(patterns("activate", "beats").out()).matches(first + " \\(enforce\\) is active from 20.*\n");
        write(directory, "beats.yaml", PatternTexts.exempt("beats", "other").replace("version: 1", "version: 2"));
        patterns("publish", directory.toString());
        assertThat(patterns("activate", "beats").out()).doesNotContain(first).contains("is active");

        assertThat(patterns("rollback", "beats").out()).startsWith(first + " (enforce) is active");
        assertThat(patterns("deactivate", "beats").out()).startsWith("beats is not active");
    }

    @Test
    void wrongParametersAreRefusedBeforeAnythingIsWritten() throws Exception {
        published("bounded");

        var run = patterns("activate", "bounded", "--param", "times=1", "--param", "tmes=4");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err().lines())
                .containsExactly(
                        "error: parameter times is 1; it must be at least 2 (minimum)",
                        "error: unknown parameter 'tmes'; did you mean 'times'?",
                        "2 errors; nothing was activated");
        assertThat(listed("bounded").has("activation")).isFalse();
    }

    @Test
    void anUnknownPatternIsRefusedWithTheOneThatWasProbablyMeant() throws Exception {
        published("probable");

        var run = patterns("activate", "probabel");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).startsWith("error: no definition 'probabel' is published; did you mean 'probable'?\n");
    }

    @Test
    void withoutAHashTheLatestVersionIsMeantAndAnOlderOneByItsHash() throws Exception {
        var old = published("versioned");
        write(
                directory,
                "versioned.yaml",
                PatternTexts.repeatedCall("versioned", 4).replace("version: 1", "version: 2"));
        patterns("publish", directory.resolve("versioned.yaml").toString());

        assertThat(patterns("activate", "versioned").out()).doesNotContain(old);
        assertThat(patterns("activate", old.substring(0, old.length() - 8)).out())
                .startsWith(old + " (shadow) is active");
        var unknown = patterns("activate", "versioned@nope");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(unknown.err()).contains("no published definition is versioned@nope; there are ", old);
    }

    @Test
    void aDeactivatedPatternIsNoLongerInForce() throws Exception {
        published("gone");
        patterns("activate", "gone");

        var run = patterns("deactivate", "gone", "--reason", "too loud");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("gone is not active from ");
        assertThat(listed("gone").has("activation")).isFalse();
        var again = patterns("deactivate", "gone");
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).startsWith("error: 'gone' is not active").endsWith("nothing was deactivated\n");
    }

    @Test
    void whatIsInForceAlreadyIsNotWrittenAgainAndARollbackPassesOverNothing() throws Exception {
        var key = published("twice");
        patterns("activate", "twice", "--param", "times=5");
        var first = patterns("activate", "twice", "--mode", "enforce", "--param", "times=4", "--json");

        var again = patterns("activate", "twice", "--mode", "enforce", "--param", "times=4", "--actor", "joe");

        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(again.err()).isEmpty();
        assertThat(again.out())
                .matches(
                        key + " \\(enforce\\) is active already, since 20[0-9T:.-]+Z, with the same parameters; nothing"
                                + " was written, and whether a guard runs now was not asked \\(--again writes it all the"
                                + " same\\)\n");
        var data = Json.tree(patterns("activate", "twice", "--mode", "enforce", "--param", "times=4", "--json")
                .out());
        assertThat(data.path("written").asBoolean()).isFalse();
        assertThat(data.path("offset")).isEqualTo(Json.tree(first.out()).path("offset"));
        var insisted =
                Json.tree(patterns("activate", "twice", "--mode", "enforce", "--param", "times=4", "--again", "--json")
                        .out());
        assertThat(insisted.path("written").asBoolean()).isTrue();
        assertThat(insisted.at("/answer/offset")).isEqualTo(insisted.path("offset"));
        assertThat(listed("twice").at("/activation/previous")).hasSize(1);
        assertThat(patterns("rollback", "twice").out()).startsWith(key + " (shadow) is active from ");
        assertThat(listed("twice").at("/activation/parameters").toString()).isEqualTo("{\"times\":5}");
    }

    @Test
    void whatIsToBeInForceTomorrowIsNotInForceNow() throws Exception {
        var hash = published("tomorrow").replace("tomorrow@", "");
        long now = WallClock.SYSTEM.millis();
        var later = new Activation(1, "tomorrow", hash, Mode.SHADOW, Map.of(), now + 86_400_000, "maria", null);
        var writer = new ActivationWriter(KafkaAddress.of(guard.bootstrapServers()), Duration.ofSeconds(30));
        assertThat(writer.write(List.of(later)).get(0).answer().status()).isEqualTo(Status.ACTIVE);

        var run = Json.tree(patterns("activate", "tomorrow", "--json").out());

        assertThat(run.path("written").asBoolean()).isTrue();
        assertThat(run.at("/answer/activate_at").asLong()).isBetween(now, now + 3_600_000);
    }

    @Test
    void aFirstActivationIsNotRolledBackAndWhatEndsItIsSaid() throws Exception {
        published("single");
        write(directory, "quiet-tools.yaml", PatternTexts.exempt("quiet-tools", "quiet-tool"));
        patterns("publish", directory.resolve("quiet-tools.yaml").toString());
        patterns("activate", "single", "--mode", "enforce");
        patterns("activate", "quiet-tools");

        assertThat(patterns("rollback", "single").err())
                .startsWith("error: nothing was in force before the latest activation of single, as far as is known; to"
                        + " take it out of force: ripcord patterns deactivate single, or only to stop its halts: ripcord"
                        + " patterns demote single\n");
        assertThat(patterns("rollback", "quiet-tools").err())
                .startsWith("error: nothing was in force before the latest activation of quiet-tools, as far as is"
                        + " known; to take it out of force: ripcord patterns deactivate quiet-tools\n");
        assertThat(patterns("deactivate", "quiet-tools").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whatIsPromotedHaltsAtOnceAndARollbackGoesBackStepByStep() throws Exception {
        var key = published("grown");
        patterns("activate", "grown", "--param", "times=5");
        patterns("activate", "grown", "--param", "times=4");

        var promoted = patterns("promote", "grown", "--actor", "maria", "--reason", "a quiet week");

        assertThat(promoted.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(promoted.out()).matches(key + " \\(enforce\\) is active from 20[0-9T:.-]+Z\n");
        var activation = listed("grown").path("activation");
        assertThat(activation.path("actor").asText()).isEqualTo("maria");
        assertThat(activation.path("parameters").toString()).isEqualTo("{\"times\":4}");
        assertThat(activation.at("/previous/0/mode").asText()).isEqualTo("shadow");
        assertThat(activation.at("/previous/1/parameters").toString()).isEqualTo("{\"times\":5}");

        var back = patterns("rollback", "grown", "--reason", "too eager");
        assertThat(back.out()).startsWith(key + " (shadow) is active from ");
        assertThat(back.err())
                .isEqualTo("undo: ripcord patterns activate " + key + " --mode enforce --param times=4 --bootstrap "
                        + guard.bootstrapServers() + "\n");
        assertThat(listed("grown").at("/activation/parameters").toString()).isEqualTo("{\"times\":4}");
        patterns("rollback", "grown");
        assertThat(listed("grown").at("/activation/parameters").toString()).isEqualTo("{\"times\":5}");
        var none = patterns("rollback", "grown");
        assertThat(none.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(none.err())
                .startsWith("error: nothing was in force before the latest activation of grown, as far as is known; to"
                        + " take it out of force: ripcord patterns deactivate grown\n");
    }

    @Test
    void whatWasDeactivatedComesBackAndWhatIsDemotedSignalsOnly() throws Exception {
        published("returned");
        patterns("activate", "returned", "--mode", "enforce");
        patterns("deactivate", "returned");

        assertThat(patterns("rollback", "returned").out()).contains(" (enforce) is active from ");
        assertThat(patterns("demote", "returned").out()).contains(" (shadow) is active from ");
        var again = patterns("demote", "returned");
        assertThat(again)
                .isEqualTo(new CommandRun(ExitCode.OK, "", "returned is in shadow already; nothing was demoted\n"));
    }

    /** From the command's end on, an event that comes is judged by the new mode, within a second. */
    @Test
    void aPromotionIsInForceWithinASecondOfItsRecord() throws Exception {
        published("swift");
        patterns("activate", "swift", "--param", "times=2");

        var data = Json.tree(patterns("promote", "swift", "--json").out());

        assertThat(data.at("/answer/status").asText()).isEqualTo("active");
        long written = recordTime(data.path("offset").asLong());
        assertThat(data.at("/answer/activate_at").asLong() - written).isEqualTo(500);
        var number = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = session("swift-" + number.incrementAndGet()).repeats(2, call("read"));
            send(session);
            // A pattern of another test may have halted it before.
            assertThat(ripcord("signals").out())
                    .containsPattern("  swift  enforce/halt( \\(halted already\\))?  swift-");
        });
    }

    /** The same definition, the same log, the same code: the ids say that it is the same match at the same event. */
    @Test
    void aBacktestOfTheTopicFindsTheSignalThatTheGuardFoundLive() throws Exception {
        published("replayed");
        patterns("activate", "replayed", "--mode", "enforce");
        var number = new AtomicInteger();
        var live = new AtomicReference<JsonNode>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = session("replayed-" + number.incrementAndGet()).repeats(5, call("read"));
            send(session);
            var found = ripcord("signals", "--json")
                    .out()
                    .lines()
                    .filter(line -> line.contains("\"id\":\"replayed\""))
                    .findFirst();
            assertThat(found).isPresent();
            live.set(Json.tree(found.get()));
        });

        var halted = Json.tree(ripcord(
                                "backtest",
                                "--patterns",
                                directory.resolve("replayed.yaml").toString(),
                                "--from",
                                "topic:agent.events",
                                "--json")
                        .out())
                .path("halted");

        var found = new ArrayList<String>();
        halted.forEach(one -> {
            if (one.path("session_id").equals(live.get().path("session_id"))) {
                found.add(one.path("signal_id").asText());
            }
        });
        assertThat(found).containsExactly(live.get().path("signal_id").asText());
    }

    private static long recordTime(long offset) {
        var times = new ArrayList<Long>();
        try (var log = TopicLog.fromBeginning(KafkaAddress.of(guard.bootstrapServers()), Topic.PATTERNS)) {
            log.toEnd(record -> {
                if (record.offset() == offset) {
                    times.add(record.timestamp());
                }
            });
        }
        return times.get(0);
    }

    private void send(Session session) throws IOException {
        var lines = session.json().stream().map(line -> new String(line, UTF_8)).toList();
        ripcord("send", Files.write(directory.resolve("events.jsonl"), lines).toString());
    }

    private String published(String id) throws IOException {
        var run = patterns("publish", repeatedCall(directory, id, 3).toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        return run.out().strip().replace("published ", "");
    }

    private static List<JsonNode> list() throws IOException {
        var all = new ArrayList<JsonNode>();
        Json.tree(patterns("list", "--json").out()).forEach(all::add);
        return all;
    }

    private static JsonNode listed(String id) throws IOException {
        return list().stream()
                .filter(pattern -> pattern.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CommandRun patterns(String... words) {
        var all = new ArrayList<>(List.of("patterns"));
        all.addAll(List.of(words));
        return ripcord(all.toArray(String[]::new));
    }

    private static CommandRun ripcord(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", guard.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

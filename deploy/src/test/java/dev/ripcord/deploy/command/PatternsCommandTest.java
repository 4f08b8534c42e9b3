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
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.deploy.local.LocalGuard;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
        var events = directory.resolve("events.jsonl");

        // An event of the first half second is judged without it, so sessions are sent until one is found.
        var number = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = session("hunted-" + number.incrementAndGet()).repeats(2, call("read"));
            Files.write(
                    events,
                    session.json().stream().map(line -> new String(line, UTF_8)).toList());
            ripcord("send", events.toString());
            assertThat(ripcord("signals").out()).contains("  hunter  enforce/halt  hunted-", "was called 2 times");
        });
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

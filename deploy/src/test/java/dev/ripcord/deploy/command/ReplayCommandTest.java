package dev.ripcord.deploy.command;

import static dev.ripcord.deploy.command.PatternTexts.repeatedCall;
import static dev.ripcord.session.Sessions.call;
import static dev.ripcord.session.Sessions.end;
import static dev.ripcord.session.Sessions.event;
import static dev.ripcord.session.Sessions.result;
import static dev.ripcord.session.Sessions.session;
import static dev.ripcord.session.Sessions.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String STEERING = "<script>alert(1)</script>\u001b[2J\u009b31m\u202egnp.exe";

    @TempDir
    private Path directory;

    private Path patterns;
    private Path events;

    @BeforeEach
    void aLoopAndAnotherSession() throws Exception {
        patterns = Files.createDirectory(directory.resolve("patterns"));
        repeatedCall(patterns, "again", 3);
        events = write(
                session("invoice-9")
                        .then(start())
                        .repeats(6, call("status", "{ref: a}").costing("0.10"), round -> result("pending"))
                        .then(event("state_snapshot", "{state: {paid: false}}"))
                        .then(event("message", "{}").with("content", TextNode.valueOf(STEERING)), end()),
                session("child-1").parent("invoice-9").then(start()));
    }

    private Path write(Session... sessions) throws Exception {
        var lines = new ArrayList<String>();
        Stream.of(sessions).forEach(session -> session.json().forEach(line -> lines.add(new String(line, UTF_8))));
        lines.add("oops");
        return Files.write(directory.resolve("events.jsonl"), lines);
    }

    private CommandRun replay(String session, String... options) {
        var words = new ArrayList<>(
                List.of("replay", session, "--from", events.toString(), "--patterns", patterns.toString()));
        words.addAll(List.of(options));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void peopleSeeWhatHappenedWithTheRoundsOfALoopOnOneLine() {
        var run = replay("invoice-9");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").replaceAll("id [0-9a-f]{8}", "id ID")))
                .containsExactly(
                        " 1 +0.0s agent session_start",
                        " 2 +1.0s agent tool_invocation status {\"ref\":\"a\"} $0.10",
                        " 3 +2.0s agent tool_response status (of 2, by order) ok pending",
                        " 4 +3.0s agent tool_invocation status {\"ref\":\"a\"} $0.10",
                        " 5 +4.0s agent tool_response status (of 4, by order) ok pending",
                        " 6 +5.0s agent tool_invocation status {\"ref\":\"a\"} $0.10",
                        " SIGNAL again halt, enforce status was called 3 times (judged again; not on record) id ID",
                        " ⋮ status ×3 again, steps 7 to 13: round 6 of 1 call since step 2, $0.50 wasted so far",
                        " 14 +13.0s agent state_snapshot",
                        " state: first report",
                        " 15 +14.0s agent message <script>alert(1)</script>?31m?gnp.exe",
                        " 16 +15.0s agent session_end",
                        "",
                        "session default/invoice-9",
                        "events 16 events in 15.0 s, from 2026-01-01T00:00:00.000Z to 2026-01-01T00:00:15.000Z",
                        "spent $0.60",
                        "coverage full: no tokens, no state hashes",
                        "calls 6 calls, 6 answered (6 paired by order alone), 0 errors",
                        "ending session_end at step 16",
                        "loop status ×6, steps 2 to 13, $0.50 wasted",
                        "agents agent 16 events",
                        "below child-1",
                        "signal step 6 again halt, enforce status was called 3 times id ID",
                        "cause likely model: the same round of calls was made 3 times in a row (loop.repeats = 3 at step"
                                + " 6)");
        assertThat(run.err())
                .isEqualTo("1 line is no event, the first at " + events + ":18; which session they belong to is not"
                        + " known\n");
    }

    @Test
    void aDecisionIsShownByItsContentWhereItHasNothingElse() throws Exception {
        events = write(session("thinker")
                .then(event("planner_decision", "{}").with("content", TextNode.valueOf("look it up\nfirst"))));

        assertThat(replay("thinker").out()).contains("planner_decision  look it up first");
    }

    @Test
    void everyEventIsALineOfJsonWithItsFactsAndSignals() throws Exception {
        var run = replay("invoice-9", "--json");

        var lines = run.out().lines().toList();
        assertThat(lines).hasSize(16);
        var third = Json.tree(lines.get(5));
        assertThat(third.at("/step").asInt()).isEqualTo(6);
        assertThat(third.at("/facts/call.count").asInt()).isEqualTo(3);
        assertThat(third.at("/signals/0/matched/0/where").asText())
                .isEqualTo("event.type == 'tool_invocation' && call.count >= params.times");
        assertThat(Json.tree(lines.get(14)).at("/event/payload/content").asText())
                .isEqualTo(STEERING);
        assertThat(run.out()).doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void theStateAtAStepIsTheOneReportedLast() {
        assertThat(replay("invoice-9", "--at", "15").out())
                .contains("state, as it was reported last\n  {\n    \"paid\" : false\n  }\n");
        assertThat(replay("invoice-9", "--at", "13").out()).contains("state: none was reported by then\n");
        assertThat(replay("invoice-9", "--at", "17").err())
                .contains("error: session 'invoice-9' has no step 17; its last is 16\n");
    }

    @Test
    void whyNamesTheStepTheClauseAndTheFactsItReads() {
        var run = replay("invoice-9", "--why", "again");

        assertThat(run.out())
                .contains("  step 6 as 'again': tool_invocation  status")
                .contains("      where event.type == 'tool_invocation' && call.count >= params.times\n")
                .contains("      with  call.count = 3\n")
                .contains("parameters {times=3}\n");
        assertThat(replay("invoice-9", "--why", "other").err())
                .contains("error: session 'invoice-9' gave no signal 'other'; it gave again\n");
        assertThat(replay("invoice-9", "--why", "pattern/again")).isEqualTo(run);
        assertThat(replay("invoice-9", "--why", "pattern/agian").err())
                .contains("error: session 'invoice-9' gave no signal 'agian'; did you mean 'again'?\n");
    }

    @Test
    void thePageShowsWhatAgentsWroteAndObeysNoneOfIt() throws Exception {
        var page = directory.resolve("page.html");

        assertThat(replay("invoice-9", "--html", page.toString()).exitCode()).isEqualTo(ExitCode.OK);

        var html = Files.readString(page);
        assertThat(html)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "\u001b", "\u009b", "\u202e", "src=", "href=", "url(", "@import");
        assertThat(html).contains("default-src 'none'");
        assertThat(directory).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void aSessionThatIsNotThereIsSaidWithOneThatIsNamedAlike() {
        var run = replay("invoice-8");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("error: there is no event of session 'invoice-8' of tenant 'default' there; did you mean"
                        + " 'invoice-9'?\n");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(CommandRun.of("replay", "x", "--from", "archive:" + directory.resolve("none"))
                        .err())
                .contains("it must be the root of an archive");
        assertThat(CommandRun.of("replay", "x", "--from", events.toString(), "--from", "archive:" + directory)
                        .err())
                .contains("places in a file are not those of Kafka");
        assertThat(CommandRun.of("replay", "x", "--from", "-", "--why", "again").err())
                .contains("standard input can be read once");
        assertThat(replay("invoice-9", "--follow").err()).contains("--follow goes on with what Kafka gets");
    }
}

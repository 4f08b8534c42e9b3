package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.halts.HaltTopic;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary.State;
import dev.ripcord.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list that is longer than a screen. */
@Timeout(60)
class ManyHaltsTest {
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
    void theNewestIsNextToThePromptAndSoIsItsCause() throws Exception {
        halt("session/acme/zebra", "a");
        halt("session/acme/monkey", "b");
        halt("session/acme/ape", "a");

        assertThat(halts("--json", "--limit=0")).isEqualTo(halts("--json"));
        assertThat(scopes(halts("--json").out()))
                .containsExactly("session/acme/zebra", "session/acme/monkey", "session/acme/ape");
        assertThat(rows(halts())).containsExactly("session/acme/monkey", "session/acme/zebra", "session/acme/ape");
    }

    @Test
    void theNewestAreShownUnderTheHeadlineOfTheirWholeCause() throws Exception {
        halt("session/acme/zebra", "a");
        halt("session/acme/monkey", "b");
        halt("session/acme/ape", "a");

        var newest = halts("--limit=1");

        assertThat(rows(newest)).containsExactly("session/acme/ape");
        assertThat(newest.out().lines().toList().get(0)).isEqualTo("3 halted: 3 no answer yet");
        assertThat(newest.out().lines().toList().get(1)).startsWith("identical-call halted 2 sessions of tenant acme");
        assertThat(newest.err()).endsWith("\n2 older ones are not shown; --limit 0 shows all\n");
        assertThat(scopes(halts("--limit=2", "--json").out()))
                .containsExactly("session/acme/monkey", "session/acme/ape");
        assertThat(halts("--limit=-1").err()).startsWith("error: --limit is -1; it must be 0, for all, or more\n");
        assertThat(halts("--limit=-1").exitCode()).isEqualTo(ExitCode.INVALID);
    }

    @Test
    void aPersonSeesFiftyAndAProgramSeesAll() throws Exception {
        for (int number = 0; number < 53; number++) {
            topic.write(halt(number));
        }
        topic.answer(halt(0), "batch-0", Status.STOPPED);
        topic.answer(halt(1), "batch-1", Status.RECEIVED);
        topic.answer(halt(2), "batch-2", Status.REFUSED);

        var shown = halts();

        assertThat(shown.out()).startsWith("53 halted: 1 stopped, 1 received, 50 no answer yet, 1 refused\n");
        assertThat(rows(shown)).hasSize(50);
        assertThat(shown.err()).endsWith("\n3 older ones are not shown; --limit 0 shows all\n");
        assertThat(rows(halts("--limit=0"))).hasSize(53);
        assertThat(halts("--limit=0").err()).doesNotContain("older");
        assertThat(scopes(halts("--json").out())).hasSize(53);
    }

    @Test
    void underAPanicItIsToldHowManyHaveStopped() throws Exception {
        topic.seen("acme", "invoice-8", "buyer");
        topic.seen("acme", "invoice-9", "buyer");
        topic.seen("globex", "order-1", "seller");
        topic.seen("globex", "order-2", null, "seller", State.ENDED);
        run("panic", "--yes", "--reason=files are deleted");
        run("halt", "session/globex/order-1", "--reason=x");
        topic.answer(standing("global"), "acme", "invoice-9", Status.STOPPED);
        topic.answer(standing("global"), "acme", "invoice-8", Status.RECEIVED);

        assertThat(halts().out())
                .startsWith("2 halted: 1 received, 1 no answer yet\nglobal: 1 of 3 sessions that wrote in the minute"
                        + " before it, or since, said that they stopped\n");

        topic.answer(standing("session/globex/order-1"), "globex", "order-1", Status.STOPPED);
        assertThat(halts().out()).contains("\nglobal: 2 of 3 sessions ");
        assertThat(halts("--tenant=globex").out()).contains("\nglobal: 1 of 1 session that wrote ");
        run("unpanic", "--reason=x");
        assertThat(halts().out()).startsWith("1 halted: 1 stopped\nsession/globex/order-1 halted since ");
    }

    private Halt standing(String scope) throws Exception {
        for (var halt : Json.tree(halts("--json").out())) {
            if (halt.path("scope").asText().equals(scope)) {
                return HaltTopic.byGuard(scope, halt.path("halt_id").asText(), "i");
            }
        }
        throw new AssertionError(scope + " is not halted");
    }

    private static Halt halt(int number) {
        return HaltTopic.byGuard("session/acme/batch-" + number, "halt-" + number, "one-incident");
    }

    /** Later, by the broker's clock, than what was written before. */
    private void halt(String scope, String incident) throws Exception {
        topic.write(HaltTopic.byGuard(scope, "halt of " + scope, incident.repeat(32)));
        long written = WallClock.SYSTEM.millis();
        await().until(() -> WallClock.SYSTEM.millis() > written + 1);
    }

    private static List<String> rows(CommandRun listed) {
        return listed.out()
                .lines()
                .filter(line -> line.startsWith("  session/"))
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .toList();
    }

    private static List<String> scopes(String json) throws Exception {
        return Json.tree(json).findValuesAsText("scope");
    }

    private CommandRun halts(String... options) {
        var words = new ArrayList<>(List.of("halts"));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private CommandRun run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

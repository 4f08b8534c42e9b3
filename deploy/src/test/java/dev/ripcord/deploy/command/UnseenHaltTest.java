package dev.ripcord.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ripcord.broker.LocalKafka;
import dev.ripcord.deploy.CommandRun;
import dev.ripcord.deploy.cluster.Topics;
import dev.ripcord.deploy.halts.HaltTopic;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.json.Json;
import dev.ripcord.signal.SessionSummary.State;
import dev.ripcord.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A halt of somebody whom nobody has seen is written, and not quietly. */
@Timeout(60)
class UnseenHaltTest {
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
    void aSlipIsHaltedAndToldWithTheNearestThatWasSeen() throws Exception {
        topic.seen("default", "invoice-9", "invoice-validator");

        var slip = run("halt", "agent/default/invoice-validatr", BECAUSE, "--for=10m");

        assertThat(slip.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(slip.out()).startsWith("halted agent/default/invoice-validatr until ");
        assertThat(slip.err()).isEqualTo("""
                warning: nobody of agent/default/invoice-validatr has been seen, as far as ripcord.sessions tells; did\
                 you mean agent/default/invoice-validator?
                  to take it back: ripcord release agent/default/invoice-validatr --reason TEXT --bootstrap %1$s
                  to halt that one: ripcord halt agent/default/invoice-validator --reason 'pays twice' --for 10m\
                 --bootstrap %1$s
                """.formatted(kafka.bootstrapServers()));
        assertThat(halted()).containsExactly("agent/default/invoice-validatr");
    }

    @Test
    void aSlipInAnyPartOfAnyScopeIsFound() throws Exception {
        topic.seen("default", "invoice-9", "buyer");
        topic.seen("acme", "child-4", "order-77", "seller", State.ENDED);

        assertThat(meantBy("agent/defalt/buyer")).isEqualTo("agent/default/buyer");
        assertThat(meantBy("agent/globex/seller")).isEqualTo("agent/acme/seller");
        assertThat(meantBy("tenant/acmee")).isEqualTo("tenant/acme");
        assertThat(meantBy("session/acme/chld-4")).isEqualTo("session/acme/child-4");
        assertThat(meantBy("child-4")).isEqualTo("session/acme/child-4");
        assertThat(meantBy("lineage/acme/order-7")).isEqualTo("lineage/acme/order-77");
        assertThat(meantBy("buyer")).isEqualTo("agent/default/buyer");
        assertThat(meantBy("byer")).isEqualTo("agent/default/buyer");
    }

    @Test
    void whoWasSeenIsHaltedWithoutAWord() throws Exception {
        topic.seen("default", "invoice-9", "first");
        topic.seen("default", "invoice-9", "second");
        topic.seen("acme", "child-4", "order-77", "seller", State.ENDED);
        topic.seen("default", "globl", "second");

        for (var scope : List.of(
                "invoice-9",
                "agent/default/first",
                "agent/default/second",
                "tenant/acme",
                "lineage/acme/order-77",
                "session/acme/order-77",
                "globl")) {
            assertThat(run("halt", scope, BECAUSE).err()).as(scope).isEmpty();
        }
    }

    @Test
    void whoHasNotBegunYetIsHaltedAndThatIsSaid() throws Exception {
        topic.seen("default", "invoice-9", "buyer");

        assertThat(run("halt", "session/acme/the-yearly-batch", "tenant/initech", BECAUSE)
                        .err())
                .isEqualTo("""
                        warning: nobody of session/acme/the-yearly-batch has been seen, as far as ripcord.sessions\
                         tells; it is halted as soon as it comes
                        warning: nobody of tenant/initech has been seen, as far as ripcord.sessions tells; it is halted\
                         as soon as it comes
                        """);
        assertThat(halted()).containsExactlyInAnyOrder("session/acme/the-yearly-batch", "tenant/initech");
    }

    /** Where no guard tells of sessions, nobody was seen, and a warning each time would say nothing. */
    @Test
    void aWordThatIsAlmostGlobalIsAskedAboutAlsoWithoutAGuard() throws Exception {
        assertThat(run("halt", "invoice-9", BECAUSE).err()).isEmpty();

        for (var word : List.of("globl", "GLOBAL")) {
            var slip = run("halt", word, BECAUSE);
            assertThat(slip.out()).startsWith("halted session/default/" + word + " until it is released");
            assertThat(slip.err())
                    .startsWith("warning: nobody of session/default/" + word + " has been seen,")
                    .contains("did you mean global?\n", "to halt everybody: ripcord halt global --reason 'pays twice'");
        }
        assertThat(run("halt", "session/acme/globl", BECAUSE).err()).isEmpty();
    }

    @Test
    void whereNobodyCanSayWhoWasSeenTheHaltIsWrittenAllTheSame() throws Exception {
        for (int partition = 0; partition < 8; partition++) {
            topic.seen("default", "invoice-" + partition, "buyer");
        }
        DamagedTopic.of(kafka, Topic.SESSIONS);

        var halted = run("halt", "agent/default/byer", BECAUSE);

        assertThat(halted.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(halted.out()).startsWith("halted agent/default/byer until it is released");
        assertThat(halted.err())
                .startsWith("warning: whether anybody of agent/default/byer has been seen is not known:"
                        + " ripcord.sessions cannot be read (");
        assertThat(halted()).containsExactly("agent/default/byer");
    }

    private String meantBy(String scope) {
        var first = run("halt", scope, BECAUSE).err().lines().findFirst().orElse("");
        assertThat(first).as(scope).contains("did you mean ").endsWith("?");
        return first.replaceFirst(".*did you mean (.*)\\?", "$1");
    }

    private List<String> halted() throws IOException {
        return Json.tree(run("halts", "--json").out()).findValuesAsText("scope");
    }

    private CommandRun run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
